import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { refusal } from "../state/refusals";
import { arnOfUser, findUser } from "../state/users";
import type { AccountCloud } from "./cloud";
import { getUserSchema } from "./generated/schema";
import { tagMap, text } from "./inputs";

/** Reads one user by name. Source: internal/service/iam/user_data_source.go. */
export const getUser: InvokeFace<AccountCloud> = {
  schema: getUserSchema,
  modelled: ["userName"],
  invoke(cloud, args) {
    const account = cloud.account.read();
    const name = text(args, "userName");
    const found = findUser(account, name);
    const arn = arnOfUser(account, found ?? { path: "/", name });
    cloud.authorise({ action: "iam:GetUser", resource: arn, shown: `user ${name}` });
    if (found === undefined) throw refusal("noSuchUser", { name });
    return {
      arn,
      id: found.id,
      path: found.path,
      permissionsBoundary: found.permissionsBoundary ?? "",
      tags: tagMap(found.tags),
      userId: found.id,
      userName: found.name,
    };
  },
};
