import { shown } from "#core/problems";
import { memberOf, userKinds } from "./aspects";
import { among, anything, type Clause, type Literal, noneOf, notAmong } from "./clause";
import { comparableId } from "./entra-id";
import type { Fields } from "./read-fields";

/** Whom a policy is about: users by id, group, directory role and kind of guest; whoever is excluded in one way is out. */
export function usersClauses(conditions: Fields): readonly Clause[] {
  const users = conditions.object("users");
  if (users === undefined) {
    conditions.doubt("users", "is missing");
    return [];
  }
  const included = named(users, "include");
  const guests = guestLiterals(users, "includeGuestsOrExternalUsers");
  const otherwise = included.length > 0 || guests.length > 0 ? "only the users that it names" : "applies to no user";
  const excludedGuests = guestLiterals(users, "excludeGuestsOrExternalUsers");
  const clauses = [
    // “These kinds from those tenants” is two statements: each is joined to what is included otherwise.
    ...(guests.length > 0 ? guests : [[]]).map((guest) => ({ anyOf: [...included, ...guest], otherwise })),
    ...noneOf(named(users, "exclude"), excludes),
    ...notBoth(excludedGuests),
  ];
  users.doubtUnread();
  return clauses;
}

const legacyGuests = userKinds.filter((kind) => kind !== "member" && kind !== "b2bCollaborationMember");

function named(users: Fields, how: "include" | "exclude"): readonly Literal[] {
  const ids = users.list(`${how}Users`);
  const groups = users.list(`${how}Groups`);
  const plain = ids.filter((id) => !["All", "None", "GuestsOrExternalUsers"].includes(id)).map(comparableId);
  if (groups.includes("All")) users.doubt(`${how}Groups`, "names all groups, and who is in none is not told");
  return [
    ...(ids.includes("All") ? [anything("user")] : []),
    ...plain.map((id) => among("user", [id])),
    ...(ids.includes("GuestsOrExternalUsers") ? [among("kind", legacyGuests)] : []),
    ...groups.map((id) => among(memberOf("group", comparableId(id)), ["yes"])),
    ...users.list(`${how}Roles`).map((id) => among(memberOf("role", comparableId(id)), ["yes"])),
  ];
}

const excludes = ({ aspect, values }: Literal): string => {
  if (aspect === "user") return values.length > 0 ? `excludes the user ${shown(values[0])}` : "excludes all users";
  const [family = "", id = ""] = aspect.split(" ");
  return family === "kind" ? "excludes guests" : `excludes the ${family} ${shown(id)}`;
};

/** Alternatives that must all hold for a guest to be meant: the kind, and the tenant where some are enumerated. */
function guestLiterals(users: Fields, name: string): readonly (readonly Literal[])[] {
  const guests = users.object(name);
  if (guests === undefined) return [];
  const kinds = guests.joined("guestOrExternalUserTypes", ["none", ...userKinds.slice(1)]);
  const tenants = guests.object("externalTenants");
  const kind = tenants?.text("membershipKind") ?? "all";
  const members = tenants?.list("members") ?? [];
  if (kind !== "all" && kind !== "enumerated") tenants?.doubt("membershipKind", "is not known");
  guests.doubtUnread();
  tenants?.doubtUnread();
  const meant = [among("kind", kinds)];
  if (kind === "all") return [meant];
  // An internal guest comes from no other tenant.
  return [meant, [among("homeTenant", members.map(comparableId)), among("kind", ["internalGuest"])]];
}

function notBoth(excluded: readonly (readonly Literal[])[]): readonly Clause[] {
  const otherwise = "excludes guests";
  const [[kinds] = [], tenants] = excluded;
  if (kinds === undefined) return [];
  if (tenants === undefined) return [{ anyOf: [notAmong("kind", kinds.values)], otherwise, excludes: true }];
  const [members] = tenants;
  const elsewhere = kinds.values.filter((kind) => kind !== "internalGuest");
  return [
    { anyOf: [notAmong("kind", elsewhere), notAmong("homeTenant", members?.values ?? [])], otherwise, excludes: true },
    ...(kinds.values.includes("internalGuest")
      ? [{ anyOf: [notAmong("kind", ["internalGuest"])], otherwise, excludes: true }]
      : []),
  ];
}
