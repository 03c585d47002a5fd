import {
  iamLimits,
  maxSessionDurationProblems,
  pathProblems,
  roleDescriptionProblems,
  roleNameProblems,
} from "#core/aws";
import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import type { Account, Role } from "../state/account";
import { deleteRolePolicy, detachRolePolicy } from "../state/role-policies";
import { arnOfRole, createRole, deleteRole, findRole, updateRole } from "../state/roles";
import { checksOf, isArn, isPolicy, numberCheck, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { roleSchema } from "./generated/schema";
import {
  allTags,
  isOn,
  optionalNumber,
  optionalText,
  present,
  tagInputs,
  tagMap,
  tagsAllOnChange,
  text,
} from "./inputs";
import { samePolicy } from "./same-policy";

export const role: ResourceFace<AccountCloud> = {
  schema: roleSchema,
  modelled: [
    "assumeRolePolicy",
    "description",
    "forceDetachPolicies",
    "maxSessionDuration",
    "name",
    "path",
    "permissionsBoundary",
    "tags",
  ],
  replaceOnChange: ["name", "path"],
  replaceSource: "internal/service/iam/role.go, ForceNew",
  computed: ["arn", "createDate", "inlinePolicies", "managedPolicyArns", "namePrefix", "tagsAll", "uniqueId"],
  recomputed: tagsAllOnChange,
  jsonDocuments: ["assumeRolePolicy"],
  equivalent: { assumeRolePolicy: samePolicy },
  // The cloud does not know this setting: it tells the provider how to delete.
  writeOnly: ["forceDetachPolicies"],
  autoName: { property: "name", maxLength: iamLimits.roleName },
  defaults: (inputs) => ({ forceDetachPolicies: false, maxSessionDuration: 3600, path: "/", ...inputs }),
  checks: checksOf(
    textCheck("name", roleNameProblems),
    textCheck("path", pathProblems),
    textCheck("description", roleDescriptionProblems),
    numberCheck("maxSessionDuration", maxSessionDurationProblems),
    isPolicy("assumeRolePolicy"),
    isArn("permissionsBoundary"),
  ),

  create(cloud, inputs) {
    const made = cloud.account.change((draft, invention) => {
      const name = text(inputs, "name");
      return createRole(draft, { name, path: optionalText(inputs, "path"), ...settings(cloud, inputs) }, invention);
    });
    return { id: made.name, outputs: outputsOf(cloud.account.read(), made) };
  },

  read(cloud, id) {
    const found = findRole(cloud.account.read(), id);
    if (found === undefined) return undefined;
    const inputs = present({
      assumeRolePolicy: found.trustPolicy,
      description: found.description === "" ? undefined : found.description,
      maxSessionDuration: found.maxSessionDuration,
      name: found.name,
      path: found.path,
      permissionsBoundary: found.permissionsBoundary,
      ...tagInputs(cloud, found.tags),
    });
    return { id, inputs, outputs: outputsOf(cloud.account.read(), found) };
  },

  update(cloud, name, news) {
    const changed = cloud.account.change((draft) => updateRole(draft, { name, ...settings(cloud, news) }));
    return outputsOf(cloud.account.read(), changed);
  },

  delete(cloud, name, olds) {
    cloud.account.change((draft) => {
      const found = findRole(draft, name);
      if (found === undefined) return;
      if (isOn(olds, "forceDetachPolicies")) stripPolicies(draft, found);
      deleteRole(draft, { name });
    });
  },
};

function settings(cloud: AccountCloud, inputs: Inputs) {
  return {
    trustPolicy: text(inputs, "assumeRolePolicy"),
    description: optionalText(inputs, "description"),
    maxSessionDuration: optionalNumber(inputs, "maxSessionDuration"),
    permissionsBoundary: optionalText(inputs, "permissionsBoundary"),
    tags: allTags(cloud, inputs),
  };
}

function stripPolicies(account: Account, { name, attachedPolicies, inlinePolicies }: Role): void {
  for (const policyArn of [...attachedPolicies]) detachRolePolicy(account, { role: name, policyArn });
  for (const policy of [...inlinePolicies]) deleteRolePolicy(account, { role: name, name: policy.name });
}

function outputsOf(account: Account, found: Role): Outputs {
  return {
    arn: arnOfRole(account, found),
    createDate: found.createDate,
    inlinePolicies: found.inlinePolicies.map(({ name, document }) => ({ name, policy: document })),
    managedPolicyArns: found.attachedPolicies,
    namePrefix: "",
    tagsAll: tagMap(found.tags),
    uniqueId: found.id,
  };
}
