import { arnOfRole } from "../state/roles";
import { type Operation, services } from "./operation";
import { pageOf } from "./page";

export const roleOperations: readonly Operation[] = [
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
      const { entries, marker } = pageOf(account.roles, parameters);
      // IAM leaves boundary and tags out of this list.
      const Roles = entries.map((role) => ({
        Path: role.path,
        RoleName: role.name,
        RoleId: role.id,
        Arn: arnOfRole(account, role),
        CreateDate: role.createDate,
        AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
        Description: role.description === "" ? undefined : role.description,
        MaxSessionDuration: role.maxSessionDuration,
      }));
      return { result: { Roles, IsTruncated: marker !== undefined, Marker: marker } };
    },
  },
];
