import { arnOfRole, roleOf } from "../state/roles";
import { describeDetails, describeRole, describeTags } from "./descriptions";
import { type Operation, services } from "./operation";
import { pageBy, pageOf, truncation } from "./page";
import { onRole, roleName } from "./targets";

export const roleOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetRole",
    parameters: ["RoleName"],
    signed: true,
    call: onRole("iam:GetRole"),
    run: (handle, parameters) => {
      const account = handle.read();
      const role = roleOf(account, roleName(parameters));
      // No use of a role is recorded, so that RoleLastUsed is empty, as it is for one that was never used.
      return { result: { Role: { ...describeRole(account, role), ...describeDetails(role), RoleLastUsed: {} } } };
    },
  },
  {
    service: services.iam,
    name: "ListRoleTags",
    parameters: ["Marker", "MaxItems", "RoleName"],
    signed: true,
    call: onRole("iam:ListRoleTags"),
    run: (handle, parameters) => {
      const { tags } = roleOf(handle.read(), roleName(parameters));
      const page = pageBy(tags, parameters, { keyOf: ({ key }) => key });
      return { result: { Tags: describeTags(page.entries), ...truncation(page) } };
    },
  },
  {
    service: services.iam,
    name: "ListRoles",
    parameters: ["Marker", "MaxItems", "PathPrefix"],
    signed: true,
    call: (account, parameters) => ({
      action: "iam:ListRoles",
      resource: arnOfRole(account, { path: parameters.get("PathPrefix") ?? "/", name: "" }),
    }),
    run: (handle, parameters) => {
      const account = handle.read();
      const page = pageOf(account.roles, parameters);
      return { result: { Roles: page.entries.map((role) => describeRole(account, role)), ...truncation(page) } };
    },
  },
];
