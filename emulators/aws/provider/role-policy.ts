import { iamLimits, policyNameProblems } from "#core/aws";
import type { Inputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { deleteRolePolicy, findRolePolicy, putRolePolicy } from "../state/role-policies";
import { checksOf, isPolicy, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { rolePolicySchema } from "./generated/schema";
import { text } from "./inputs";
import { parsePairId } from "./pair-id";
import { samePolicy } from "./same-policy";

export const rolePolicy: ResourceFace<AccountCloud> = {
  schema: rolePolicySchema,
  modelled: ["name", "policy", "role"],
  replaceOnChange: ["name", "role"],
  replaceSource: "internal/service/iam/role_policy.go, ForceNew",
  computed: ["namePrefix"],
  jsonDocuments: ["policy"],
  equivalent: { policy: samePolicy },
  autoName: { property: "name", maxLength: iamLimits.policyName },
  checks: checksOf(textCheck("name", policyNameProblems), isPolicy("policy")),

  create(cloud, inputs) {
    put(cloud, inputs);
    return { id: `${text(inputs, "role")}:${text(inputs, "name")}`, outputs: { namePrefix: "" } };
  },

  read(cloud, id) {
    const [role, name] = parsePairId(id, ":") ?? [];
    if (role === undefined || name === undefined) return undefined;
    const found = findRolePolicy(cloud.account.read(), { role, name });
    return found && { id, inputs: { name, policy: found.document, role }, outputs: { namePrefix: "" } };
  },

  update(cloud, _id, news) {
    put(cloud, news);
    return { namePrefix: "" };
  },

  delete(cloud, id) {
    const [role, name] = parsePairId(id, ":") ?? [];
    if (role === undefined || name === undefined) return;
    cloud.account.change((draft) => {
      if (findRolePolicy(draft, { role, name }) !== undefined) deleteRolePolicy(draft, { role, name });
    });
  },
};

function put(cloud: AccountCloud, inputs: Inputs): void {
  const input = { role: text(inputs, "role"), name: text(inputs, "name"), document: text(inputs, "policy") };
  cloud.account.change((draft) => {
    putRolePolicy(draft, input);
  });
}
