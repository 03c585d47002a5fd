import type { PrincipalFact } from "./principal-fact";

/**
 * Whether all that a principal may do is to list roles, which is what Entra's provisioning agent needs.
 * Source: https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial.
 */
export function listsRolesOnly({ policies }: PrincipalFact): boolean {
  if (policies.some(({ document }) => document === "unknown")) return false;
  const allows = policies
    .flatMap(({ document }) => (document === "unknown" ? [] : document.Statement))
    .filter(({ Effect }) => Effect === "Allow");
  return allows.length > 0 && allows.every(({ Action }) => Action?.every(isListRoles) === true);
}

function isListRoles(action: string): boolean {
  return action.toLowerCase() === "iam:listroles";
}
