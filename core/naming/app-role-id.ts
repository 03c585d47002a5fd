import { v5 } from "uuid";

/**
 * INVARIANT: never changes. Entra knows app roles and their assignments by id; another namespace would remove every
 * assignment of every user at the next deployment.
 */
export const appRoleNamespace = "3f0c5e0a-6b1d-4d0e-9c57-1c7a2f4b8e61";

/** The id of the app role that stands for an IAM role: always the same for one account and role name (UUID version 5). */
export function appRoleId(accountId: string, roleName: string): string {
  // Neither account ids nor role names can contain a slash, so no two pairs meet.
  return v5(`${accountId}/${roleName}`, appRoleNamespace);
}
