import { arnOfUser, userOf } from "../state/users";
import { describeDetails, describeUser } from "./descriptions";
import { type Operation, services } from "./operation";
import { pageOf, truncation } from "./page";
import { onUser, userName } from "./targets";

export const userOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetUser",
    parameters: ["UserName"],
    signed: true,
    call: onUser("iam:GetUser"),
    run: (handle, parameters, principal) => {
      const account = handle.read();
      const user = userOf(account, userName(parameters, principal));
      return { result: { User: { ...describeUser(account, user), ...describeDetails(user) } } };
    },
  },
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
      const page = pageOf(account.users, parameters);
      return { result: { Users: page.entries.map((user) => describeUser(account, user)), ...truncation(page) } };
    },
  },
];
