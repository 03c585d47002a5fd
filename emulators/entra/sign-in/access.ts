import { directGroupIds } from "../state/groups";
import type { AppRole, ServicePrincipal, Tenant, User } from "../state/model";

/** How a person stands to an application: whether it lets them in, and the roles they have in it. */
export interface ApplicationAccess {
  isAssigned: boolean;
  /** In the application's order; disabled ones as `disabledRolesAreClaimed` says. */
  roles: AppRole[];
}

/**
 * Assignments of the user, and of groups that hold the user as a **direct** member: nesting gives no app roles.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal
 */
export function applicationAccess(
  tenant: Readonly<Tenant>,
  user: User,
  servicePrincipal: ServicePrincipal,
): ApplicationAccess {
  const principals = new Set([user.id, ...directGroupIds(tenant, user.id)]);
  const assignments = tenant.appRoleAssignments.filter(
    (assignment) => assignment.resourceId === servicePrincipal.id && principals.has(assignment.principalId),
  );
  const roleIds = new Set(assignments.map((assignment) => assignment.appRoleId));
  return {
    isAssigned: assignments.length > 0,
    roles: servicePrincipal.appRoles.filter(
      (role) => roleIds.has(role.id) && (role.isEnabled || tenant.switches.disabledRolesAreClaimed),
    ),
  };
}
