import { deleteUserPolicy, findUserPolicy, putUserPolicy } from "../state/user-policies";
import { userPolicySchema } from "./generated/schema";
import { inlinePolicyFace } from "./inline-policy-face";

export const userPolicy = inlinePolicyFace({
  schema: userPolicySchema,
  replaceSource: "internal/service/iam/user_policy.go, ForceNew",
  owner: "user",
  find: (account, user, name) => findUserPolicy(account, { user, name }),
  put: (account, user, name, document) => {
    putUserPolicy(account, { user, name, document });
  },
  remove: (account, user, name) => {
    deleteUserPolicy(account, { user, name });
  },
});
