import { policyReference } from "../state/policies-of-aws";
import { rolePolicyOf } from "../state/role-policies";
import { roleOf } from "../state/roles";
import { type Operation, services } from "./operation";
import { pageBy, pageOf, truncation } from "./page";
import { onRole, policyName, roleName } from "./targets";
import { urlEncoded } from "./url-encoded";

export const rolePolicyOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetRolePolicy",
    parameters: ["PolicyName", "RoleName"],
    signed: true,
    call: onRole("iam:GetRolePolicy"),
    run: (handle, parameters) => {
      const role = roleName(parameters);
      const { name, document } = rolePolicyOf(handle.read(), { role, name: policyName(parameters) });
      return { result: { RoleName: role, PolicyName: name, PolicyDocument: urlEncoded(document) } };
    },
  },
  {
    service: services.iam,
    name: "ListAttachedRolePolicies",
    parameters: ["Marker", "MaxItems", "PathPrefix", "RoleName"],
    signed: true,
    call: onRole("iam:ListAttachedRolePolicies"),
    run: (handle, parameters) => {
      const role = roleOf(handle.read(), roleName(parameters));
      const page = pageOf(role.attachedPolicies.map(policyReference), parameters);
      const AttachedPolicies = page.entries.map(({ name, arn }) => ({ PolicyName: name, PolicyArn: arn }));
      return { result: { AttachedPolicies, ...truncation(page) } };
    },
  },
  {
    service: services.iam,
    name: "ListRolePolicies",
    parameters: ["Marker", "MaxItems", "RoleName"],
    signed: true,
    call: onRole("iam:ListRolePolicies"),
    run: (handle, parameters) => {
      const { inlinePolicies } = roleOf(handle.read(), roleName(parameters));
      const page = pageBy(inlinePolicies, parameters, { keyOf: ({ name }) => name });
      return { result: { PolicyNames: page.entries.map(({ name }) => name), ...truncation(page) } };
    },
  },
];
