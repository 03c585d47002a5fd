import type { ResourceFace } from "#emulators/wire/pulumi-provider";

import { attachRolePolicy, detachRolePolicy, isAttached } from "../state/role-policies";
import { isArn } from "./checks";
import type { AccountCloud } from "./cloud";
import { rolePolicyAttachmentSchema } from "./generated/schema";
import { text } from "./inputs";
import { parsePairId } from "./pair-id";

export const rolePolicyAttachment: ResourceFace<AccountCloud> = {
  schema: rolePolicyAttachmentSchema,
  modelled: ["policyArn", "role"],
  replaceOnChange: ["policyArn", "role"],
  replaceSource: "internal/service/iam/role_policy_attachment.go, ForceNew",
  computed: [],
  checks: isArn("policyArn"),

  create(cloud, inputs) {
    const attachment = { role: text(inputs, "role"), policyArn: text(inputs, "policyArn") };
    cloud.account.change((draft) => {
      attachRolePolicy(draft, attachment);
    });
    return { id: `${attachment.role}/${attachment.policyArn}`, outputs: {} };
  },

  read(cloud, id) {
    const [role, policyArn] = parsePairId(id, "/") ?? [];
    if (role === undefined || policyArn === undefined) return undefined;
    const attachment = { role, policyArn };
    return isAttached(cloud.account.read(), attachment) ? { id, inputs: attachment, outputs: {} } : undefined;
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, _id, olds) {
    const attachment = { role: text(olds, "role"), policyArn: text(olds, "policyArn") };
    cloud.account.change((draft) => {
      if (isAttached(draft, attachment)) detachRolePolicy(draft, attachment);
    });
  },
};
