import { iamLimits } from "#core/aws";

import { updateSamlProvider } from "../state/saml-providers";
import { type Operation, type Parameters, services } from "./operation";
import { requiredParameter } from "./parameters";

const arnLength = { min: 20, max: 2048 };

function providerArn(parameters: Parameters): string {
  return requiredParameter(parameters, "SAMLProviderArn", arnLength);
}

export const samlProviderOperations: readonly Operation[] = [
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
