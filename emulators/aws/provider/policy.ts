import { iamLimits, pathProblems, policyNameProblems } from "#core/aws";
import type { Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import type { Account, Invention, ManagedPolicy } from "../state/account";
import {
  arnOfPolicy,
  attachmentCount,
  createPolicy,
  createPolicyVersion,
  defaultDocument,
  deletePolicy,
  deletePolicyVersion,
  findPolicy,
  policyOf,
  tagPolicy,
} from "../state/managed-policies";
import { quotas } from "../state/quotas";
import { checksOf, isPolicy, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { policySchema } from "./generated/schema";
import { allTags, optionalText, present, tagInputs, tagMap, tagsAllOnChange, text } from "./inputs";
import { samePolicy } from "./same-policy";

export const policy: ResourceFace<AccountCloud> = {
  schema: policySchema,
  modelled: ["description", "name", "path", "policy", "tags"],
  replaceOnChange: ["description", "name", "path"],
  replaceSource: "internal/service/iam/policy.go, ForceNew",
  computed: ["arn", "attachmentCount", "namePrefix", "policyId", "tagsAll"],
  recomputed: tagsAllOnChange,
  jsonDocuments: ["policy"],
  equivalent: { policy: samePolicy },
  autoName: { property: "name", maxLength: iamLimits.policyName },
  defaults: (inputs) => ({ path: "/", ...inputs }),
  checks: checksOf(textCheck("name", policyNameProblems), textCheck("path", pathProblems), isPolicy("policy")),

  create(cloud, inputs) {
    const input = {
      name: text(inputs, "name"),
      document: text(inputs, "policy"),
      path: optionalText(inputs, "path"),
      description: optionalText(inputs, "description"),
      tags: allTags(cloud, inputs),
    };
    const made = cloud.account.change((draft, invention) => createPolicy(draft, input, invention));
    const account = cloud.account.read();
    return { id: arnOfPolicy(account, made), outputs: outputsOf(account, made) };
  },

  read(cloud, arn) {
    const account = cloud.account.read();
    const found = findPolicy(account, arn);
    if (found === undefined) return undefined;
    const inputs = present({
      description: found.description === "" ? undefined : found.description,
      name: found.name,
      path: found.path,
      policy: defaultDocument(found),
      ...tagInputs(cloud, found.tags),
    });
    return { id: arn, inputs, outputs: outputsOf(account, found) };
  },

  update(cloud, arn, news) {
    const changed = cloud.account.change((draft, invention) => {
      putDocument(draft, { arn, document: text(news, "policy") }, invention);
      tagPolicy(draft, { arn, tags: allTags(cloud, news) });
      return policyOf(draft, arn);
    });
    return outputsOf(cloud.account.read(), changed);
  },

  delete(cloud, arn) {
    cloud.account.change((draft) => {
      const found = findPolicy(draft, arn);
      if (found === undefined) return;
      for (const { id } of found.versions) {
        if (id !== found.defaultVersion) deletePolicyVersion(draft, { arn, version: id });
      }
      deletePolicy(draft, { arn });
    });
  },
};

/** A new default version, for which the provider drops the oldest other one when there are as many as there can be. */
function putDocument(account: Account, { arn, document }: { arn: string; document: string }, invention: Invention) {
  const { versions, defaultVersion } = policyOf(account, arn);
  if (defaultDocument(policyOf(account, arn)) === document) return;
  const oldest = versions.find(({ id }) => id !== defaultVersion);
  if (versions.length >= quotas.policyVersions && oldest !== undefined) {
    deletePolicyVersion(account, { arn, version: oldest.id });
  }
  createPolicyVersion(account, { arn, document, setAsDefault: true }, invention);
}

function outputsOf(account: Account, found: ManagedPolicy): Outputs {
  const arn = arnOfPolicy(account, found);
  return {
    arn,
    attachmentCount: attachmentCount(account, arn),
    namePrefix: "",
    policyId: found.id,
    tagsAll: tagMap(found.tags),
  };
}
