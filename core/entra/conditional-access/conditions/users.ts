import { allOf, anyOf, except, listed, membership, type Membership } from "../membership";
import type { GuestsOrExternalUsers } from "../policy";
import type { SignIn } from "../sign-in";
import type { Condition } from "./condition";

/** Users by id, by groups, by directory roles, and by kind of guest; whoever is excluded in one way is out. */
export const users: Condition = {
  name: "users",
  evaluate({ users }, signIn) {
    if (!users) return "no";
    const included = anyOf(
      named(users.includeUsers, signIn),
      overlap(users.includeGroups, signIn.groupIds, "groupIds"),
      overlap(users.includeRoles, signIn.directoryRoleIds, "directoryRoleIds"),
      guests(users.includeGuestsOrExternalUsers, signIn),
    );
    const excluded = anyOf(
      named(users.excludeUsers, signIn),
      overlap(users.excludeGroups, signIn.groupIds, "groupIds"),
      overlap(users.excludeRoles, signIn.directoryRoleIds, "directoryRoleIds"),
      guests(users.excludeGuestsOrExternalUsers, signIn),
    );
    return except(included, excluded);
  },
};

type List = readonly string[] | null | undefined;

function named(list: List, { userId, userType }: SignIn): Membership {
  const names = list ?? [];
  const asGuest = names.includes("GuestsOrExternalUsers") && userType === "guest";
  return membership(names.includes("All") || names.includes(userId) || asGuest);
}

function overlap(list: List, known: SignIn["groupIds"], input: string): Membership {
  if (!list || list.length === 0) return "no";
  return typeof known === "string" ? { open: [input] } : membership(list.some((id) => known.includes(id)));
}

function guests(condition: GuestsOrExternalUsers | null | undefined, signIn: SignIn): Membership {
  if (!condition) return "no";
  const types = (condition.guestOrExternalUserTypes ?? "").split(",").map((type) => type.trim());
  const type = signIn.externalUserType ?? (signIn.userType === "member" ? "none" : "unknown");
  const tenants = condition.externalTenants;
  // An internal guest comes from no other tenant.
  const everyTenant = tenants?.membershipKind !== "enumerated" || type === "internalGuest";
  return allOf(
    listed(types, type, "externalUserType"),
    everyTenant ? "yes" : listed(tenants.members ?? [], signIn.homeTenantId, "homeTenantId"),
  );
}
