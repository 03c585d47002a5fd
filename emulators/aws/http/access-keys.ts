import { deleteAccessKey, updateAccessKey } from "../state/access-keys";
import { userOf } from "../state/users";
import { describeAccessKey } from "./descriptions";
import { type Operation, type Parameters, services } from "./operation";
import { pageBy, truncation } from "./page";
import { requiredParameter } from "./parameters";
import { onUser, userName } from "./targets";

function accessKeyId(parameters: Parameters): string {
  return requiredParameter(parameters, "AccessKeyId", { min: 16, max: 128 });
}

export const accessKeyOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "DeleteAccessKey",
    parameters: ["AccessKeyId", "UserName"],
    signed: true,
    call: onUser("iam:DeleteAccessKey"),
    run: (handle, parameters, principal) => {
      const input = { id: accessKeyId(parameters), user: userName(parameters, principal) };
      handle.change((draft) => {
        deleteAccessKey(draft, input);
      });
      return { result: undefined };
    },
  },
  {
    service: services.iam,
    name: "ListAccessKeys",
    parameters: ["Marker", "MaxItems", "UserName"],
    signed: true,
    call: onUser("iam:ListAccessKeys"),
    run: (handle, parameters, principal) => {
      const user = userOf(handle.read(), userName(parameters, principal));
      const page = pageBy(user.accessKeys, parameters, { keyOf: ({ id }) => id });
      const AccessKeyMetadata = page.entries.map((key) => describeAccessKey(user, key));
      return { result: { AccessKeyMetadata, ...truncation(page) } };
    },
  },
  {
    service: services.iam,
    name: "UpdateAccessKey",
    parameters: ["AccessKeyId", "Status", "UserName"],
    signed: true,
    call: onUser("iam:UpdateAccessKey"),
    run: (handle, parameters, principal) => {
      const status = requiredParameter(parameters, "Status", { min: 1, max: 128 });
      const input = { id: accessKeyId(parameters), user: userName(parameters, principal), status };
      handle.change((draft) => updateAccessKey(draft, input));
      return { result: undefined };
    },
  },
];
