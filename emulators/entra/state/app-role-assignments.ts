import { createHash } from "node:crypto";

import { defaultAccessRoleId, entraLimits } from "#core/entra";

import { refusal } from "./errors";
import { find, isSameId, take } from "./lookup";
import type { AppRoleAssignment, PrincipalType, ServicePrincipal, Tenant } from "./model";
import { getServicePrincipal } from "./service-principals";
import { timestamp, type Step } from "./step";

/** POST /servicePrincipals/{id}/appRoleAssignedTo. */
export function assignAppRole(
  tenant: Tenant,
  input: { resourceId: string; appRoleId: string; principalId: string },
  step: Step,
): AppRoleAssignment {
  const resource = getServicePrincipal(tenant, input.resourceId);
  const principal = findPrincipal(tenant, input.principalId);
  if (!principal) throw refusal("principalNotFound");
  if (!isAssignable(resource, input.appRoleId)) throw refusal("roleNotFound", { appId: resource.appId });
  const held = tenant.appRoleAssignments.filter((each) => isSameId(each.principalId, principal.id));
  if (held.some((each) => each.resourceId === resource.id && isSameId(each.appRoleId, input.appRoleId))) {
    throw refusal("assignmentExists");
  }
  if (held.length >= entraLimits.appRoleAssignmentsPerPrincipal) {
    throw refusal("tooManyAssignments", { count: held.length + 1, limit: entraLimits.appRoleAssignmentsPerPrincipal });
  }
  const assignment: AppRoleAssignment = {
    id: createHash("sha256").update(step.newId()).digest("base64url"),
    appRoleId: input.appRoleId.toLowerCase(),
    createdDateTime: timestamp(step.now),
    principalId: principal.id,
    principalType: principal.type,
    resourceId: resource.id,
  };
  tenant.appRoleAssignments.push(assignment);
  return assignment;
}

export function findAppRoleAssignment(
  tenant: Tenant,
  input: { resourceId: string; id: string },
): AppRoleAssignment | undefined {
  // Base64url: here letter case does count.
  return tenant.appRoleAssignments.find((each) => each.id === input.id && isSameId(each.resourceId, input.resourceId));
}

export function removeAppRoleAssignment(tenant: Tenant, input: { resourceId: string; id: string }): void {
  const assignment = findAppRoleAssignment(tenant, input);
  if (!assignment) throw refusal("notFound", { id: input.id });
  take(tenant.appRoleAssignments, assignment.id);
}

/** Name and type of whatever can hold an app role. */
export function findPrincipal(
  tenant: Tenant,
  id: string,
): { id: string; type: PrincipalType; displayName: string } | undefined {
  const kinds = [
    ["User", tenant.users],
    ["Group", tenant.groups],
    ["ServicePrincipal", tenant.servicePrincipals],
  ] as const;
  for (const [type, objects] of kinds) {
    const found = find<{ id: string; displayName: string }>(objects, id);
    if (found) return { id: found.id, type, displayName: found.displayName };
  }
  return undefined;
}

/**
 * Disabled ones are not: https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps. In which words
 * that is refused no source says.
 */
function isAssignable(resource: ServicePrincipal, appRoleId: string): boolean {
  if (isSameId(appRoleId, defaultAccessRoleId)) return resource.appRoles.length === 0;
  return resource.appRoles.some((role) => role.isEnabled && isSameId(role.id, appRoleId));
}
