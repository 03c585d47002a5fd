import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { timestamp } from "../state/account";
import { refusal } from "../state/refusals";
import { findSamlProvider, validUntil } from "../state/saml-providers";
import type { AccountCloud } from "./cloud";
import { getSamlProviderSchema } from "./generated/schema";
import { tagMap, text } from "./inputs";

/** Reads one SAML provider by its ARN. Source: internal/service/iam/saml_provider_data_source.go. */
export const getSamlProvider: InvokeFace<AccountCloud> = {
  schema: getSamlProviderSchema,
  modelled: ["arn"],
  invoke(cloud, args) {
    const arn = text(args, "arn");
    cloud.authorise({ action: "iam:GetSAMLProvider", resource: arn });
    const found = findSamlProvider(cloud.account.read(), arn);
    if (found === undefined) throw refusal("noSuchSamlProvider", { arn });
    return {
      arn,
      createDate: found.createDate,
      id: arn,
      name: found.name,
      samlMetadataDocument: found.metadata,
      samlProviderUuid: found.uuid,
      tags: tagMap(found.tags),
      validUntil: timestamp(validUntil(found)),
    };
  },
};
