import { iamLimits, samlProviderNameProblems } from "#core/aws";
import type { ResourceFace } from "#emulators/wire/pulumi-provider";

import type { SamlProvider } from "../state/account";
import { timestamp } from "../state/account";
import {
  arnOfSamlProvider,
  createSamlProvider,
  deleteSamlProvider,
  findSamlProvider,
  updateSamlProvider,
  validUntil,
} from "../state/saml-providers";
import { checksOf, hasLength, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { samlProviderSchema } from "./generated/schema";
import { allTags, tagInputs, tagMap, tagsAllOnChange, text } from "./inputs";

export const samlProvider: ResourceFace<AccountCloud> = {
  schema: samlProviderSchema,
  modelled: ["name", "samlMetadataDocument", "tags"],
  replaceOnChange: ["name"],
  replaceSource: "internal/service/iam/saml_provider.go, ForceNew",
  computed: ["arn", "samlProviderUuid", "tagsAll", "validUntil"],
  recomputed: (changed) => [
    ...tagsAllOnChange(changed),
    ...(changed.has("samlMetadataDocument") ? ["validUntil"] : []),
  ],
  autoName: { property: "name", maxLength: iamLimits.samlProviderName },
  checks: checksOf(
    textCheck("name", samlProviderNameProblems),
    hasLength("samlMetadataDocument", iamLimits.samlMetadata),
  ),

  create(cloud, inputs) {
    const { account } = cloud;
    const input = {
      name: text(inputs, "name"),
      metadata: text(inputs, "samlMetadataDocument"),
      tags: allTags(cloud, inputs),
    };
    const made = account.change((draft, invention) => createSamlProvider(draft, input, invention));
    const arn = arnOfSamlProvider(account.read(), made.name);
    return { id: arn, outputs: outputsOf(arn, made) };
  },

  read(cloud, arn) {
    const found = findSamlProvider(cloud.account.read(), arn);
    if (found === undefined) return undefined;
    const { name, metadata, tags } = found;
    return {
      id: arn,
      inputs: { name, samlMetadataDocument: metadata, ...tagInputs(cloud, tags) },
      outputs: outputsOf(arn, found),
    };
  },

  update(cloud, arn, news) {
    const input = { arn, metadata: text(news, "samlMetadataDocument"), tags: allTags(cloud, news) };
    const made = cloud.account.change((draft, invention) => updateSamlProvider(draft, input, invention));
    return outputsOf(arn, made);
  },

  delete(cloud, arn) {
    cloud.account.change((draft) => {
      if (findSamlProvider(draft, arn) !== undefined) deleteSamlProvider(draft, { arn });
    });
  },
};

function outputsOf(arn: string, provider: SamlProvider) {
  return {
    arn,
    samlProviderUuid: provider.uuid,
    tagsAll: tagMap(provider.tags),
    validUntil: timestamp(validUntil(provider)),
  };
}
