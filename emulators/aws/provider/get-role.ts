import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { refusal } from "../state/refusals";
import { arnOfRole, findRole } from "../state/roles";
import type { AccountCloud } from "./cloud";
import { getRoleSchema } from "./generated/schema";
import { tagMap, text } from "./inputs";

/** Reads one role by its name. Source: internal/service/iam/role_data_source.go. */
export const getRole: InvokeFace<AccountCloud> = {
  schema: getRoleSchema,
  modelled: ["name"],
  invoke(cloud, args) {
    const account = cloud.account.read();
    const name = text(args, "name");
    const found = findRole(account, name);
    const arn = arnOfRole(account, found ?? { path: "/", name });
    cloud.authorise({ action: "iam:GetRole", resource: arn, shown: `role ${name}` });
    if (found === undefined) throw refusal("noSuchRole", { name });
    return {
      arn,
      assumeRolePolicy: found.trustPolicy,
      createDate: found.createDate,
      description: found.description,
      id: found.name,
      maxSessionDuration: found.maxSessionDuration,
      name: found.name,
      path: found.path,
      permissionsBoundary: found.permissionsBoundary ?? "",
      // Nothing here notes when a role was taken last.
      roleLastUseds: [],
      tags: tagMap(found.tags),
      uniqueId: found.id,
    };
  },
};
