import { deleteRolePolicy, findRolePolicy, putRolePolicy } from "../state/role-policies";
import { rolePolicySchema } from "./generated/schema";
import { inlinePolicyFace } from "./inline-policy-face";

export const rolePolicy = inlinePolicyFace({
  schema: rolePolicySchema,
  replaceSource: "internal/service/iam/role_policy.go, ForceNew",
  owner: "role",
  find: (account, role, name) => findRolePolicy(account, { role, name }),
  put: (account, role, name, document) => {
    putRolePolicy(account, { role, name, document });
  },
  remove: (account, role, name) => {
    deleteRolePolicy(account, { role, name });
  },
});
