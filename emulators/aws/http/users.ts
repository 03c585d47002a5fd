import { arnOfUser } from "../state/users";
import { type Operation, services } from "./operation";
import { pageOf } from "./page";

export const userOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "ListUsers",
    parameters: ["Marker", "MaxItems", "PathPrefix"],
    signed: true,
    call: (account, parameters) => ({
      action: "iam:ListUsers",
      resource: arnOfUser(account, { path: parameters.get("PathPrefix") ?? "/", name: "" }),
    }),
    run: (handle, parameters) => {
      const account = handle.read();
      const { entries, marker } = pageOf(account.users, parameters);
      const Users = entries.map((user) => ({
        Path: user.path,
        UserName: user.name,
        UserId: user.id,
        Arn: arnOfUser(account, user),
        CreateDate: user.createDate,
      }));
      return { result: { Users, IsTruncated: marker !== undefined, Marker: marker } };
    },
  },
];
