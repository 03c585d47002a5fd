import { userPolicyOf } from "../state/user-policies";
import { userOf } from "../state/users";
import { type Operation, services } from "./operation";
import { pageBy, truncation } from "./page";
import { onUser, policyName, requiredUserName } from "./targets";
import { urlEncoded } from "./url-encoded";

export const userPolicyOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetUserPolicy",
    parameters: ["PolicyName", "UserName"],
    signed: true,
    call: onUser("iam:GetUserPolicy"),
    run: (handle, parameters) => {
      const user = requiredUserName(parameters);
      const { name, document } = userPolicyOf(handle.read(), { user, name: policyName(parameters) });
      return { result: { UserName: user, PolicyName: name, PolicyDocument: urlEncoded(document) } };
    },
  },
  {
    service: services.iam,
    name: "ListAttachedUserPolicies",
    parameters: ["Marker", "MaxItems", "PathPrefix", "UserName"],
    signed: true,
    call: onUser("iam:ListAttachedUserPolicies"),
    run: (handle, parameters) => {
      userOf(handle.read(), requiredUserName(parameters));
      // Nothing here attaches a managed policy to a user.
      return { result: { AttachedPolicies: [], IsTruncated: false } };
    },
  },
  {
    service: services.iam,
    name: "ListUserPolicies",
    parameters: ["Marker", "MaxItems", "UserName"],
    signed: true,
    call: onUser("iam:ListUserPolicies"),
    run: (handle, parameters) => {
      const { inlinePolicies } = userOf(handle.read(), requiredUserName(parameters));
      const page = pageBy(inlinePolicies, parameters, { keyOf: ({ name }) => name });
      return { result: { PolicyNames: page.entries.map(({ name }) => name), ...truncation(page) } };
    },
  },
];
