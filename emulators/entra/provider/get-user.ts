import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import type { User } from "../state/model";
import type { TenantCloud } from "./cloud";
import { getUserSchema } from "./generated/schema";
import { lookupBy, type LookupKey } from "./lookup-by";
import { formatId } from "./resource-id";
import { userLookup } from "./user-outputs";

const isSameName = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();

const keys: readonly LookupKey<User>[] = [
  {
    argument: "userPrincipalName",
    label: "UPN",
    matches: (each, wanted) => isSameName(each.userPrincipalName, wanted),
  },
  { argument: "objectId", label: "object ID", matches: ({ id }, wanted) => isSameId(id, wanted) },
  { argument: "mail", label: "mail", matches: ({ profile }, wanted) => isSameName(profile["mail"], wanted) },
  { argument: "mailNickname", label: "email alias", matches: (each, wanted) => isSameName(each.mailNickname, wanted) },
  { argument: "employeeId", label: "employee ID", matches: ({ profile }, wanted) => profile["employeeId"] === wanted },
];

export const getUser: InvokeFace<TenantCloud> = {
  schema: getUserSchema,
  modelled: keys.map(({ argument }) => argument),
  invoke(cloud, args) {
    const found = lookupBy("User", cloud.read().users, keys, args);
    return { ...userLookup(found), id: formatId("user", { userId: found.id }) };
  },
};
