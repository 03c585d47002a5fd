import { iamLimits } from "#core/aws";

import { timestamp } from "../state/account";
import { arnOfSamlProvider, samlProviderOf, updateSamlProvider, validUntil } from "../state/saml-providers";
import { describeTags } from "./descriptions";
import { type Operation, services } from "./operation";
import { requiredParameter } from "./parameters";
import { providerArn } from "./targets";

export const samlProviderOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetSAMLProvider",
    parameters: ["SAMLProviderArn"],
    signed: true,
    call: (_account, parameters) => ({ action: "iam:GetSAMLProvider", resource: providerArn(parameters) }),
    run: (handle, parameters) => {
      const provider = samlProviderOf(handle.read(), providerArn(parameters));
      const { uuid, metadata, createDate, tags } = provider;
      return {
        result: {
          SAMLProviderUUID: uuid,
          SAMLMetadataDocument: metadata,
          CreateDate: createDate,
          ValidUntil: timestamp(validUntil(provider)),
          Tags: describeTags(tags),
        },
      };
    },
  },
  {
    service: services.iam,
    name: "ListSAMLProviders",
    parameters: [],
    signed: true,
    call: () => ({ action: "iam:ListSAMLProviders", resource: "*" }),
    run: (handle) => {
      const account = handle.read();
      const SAMLProviderList = account.samlProviders.map((provider) => ({
        Arn: arnOfSamlProvider(account, provider.name),
        ValidUntil: timestamp(validUntil(provider)),
        CreateDate: provider.createDate,
      }));
      return { result: { SAMLProviderList } };
    },
  },
  {
    service: services.iam,
    name: "UpdateSAMLProvider",
    parameters: ["SAMLMetadataDocument", "SAMLProviderArn"],
    signed: true,
    call: (_account, parameters) => ({ action: "iam:UpdateSAMLProvider", resource: providerArn(parameters) }),
    run: (account, parameters) => {
      const arn = providerArn(parameters);
      const metadata = requiredParameter(parameters, "SAMLMetadataDocument", iamLimits.samlMetadata);
      account.change((draft, invention) => updateSamlProvider(draft, { arn, metadata }, invention));
      return { result: { SAMLProviderArn: arn } };
    },
  },
];
