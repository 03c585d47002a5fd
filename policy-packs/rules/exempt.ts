import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import { listsRolesOnly, type PrincipalFact } from "../facts";

/** The option of rules from which administrators are exempt. */
export const administratorRoles = {
  description: "Names of the roles and permission sets that are administrators, which the rule leaves alone.",
  default: ["Administrator"],
} as const;

/** The option of rules from which the user of Entra's provisioning agent is exempt. */
export const provisioningUsers = {
  description: "Names of users of services, as Entra's provisioning agent, which are exempt; * stands for any text.",
  default: ["Svc-*"],
} as const;

export function isAdministrator({ kind, name }: PrincipalFact, names: readonly string[]): boolean {
  return (kind === "role" || kind === "permission set") && name !== undefined && names.includes(name);
}

/** By name, or because listing roles is all that the user may do. */
export function isProvisioningUser(user: PrincipalFact, patterns: readonly string[]): boolean {
  const { name } = user;
  const isNamed = name !== undefined && patterns.some((pattern) => matchesWildcard(parsePattern(pattern), name));
  return isNamed || listsRolesOnly(user);
}
