import { entraLimits } from "#core/entra";

import { getApplication } from "./applications";
import { refusal } from "./errors";
import { isSameId } from "./lookup";
import type { Application, AppRole, Tenant } from "./model";
import { findServicePrincipalByClientId, mirrorApplication } from "./service-principals";

/**
 * PATCH appRoles: the whole list replaces the old one. A role that is enabled may only be disabled; one that is
 * assigned may not go.
 */
export function setAppRoles(tenant: Tenant, input: { applicationId: string; appRoles: readonly AppRole[] }): void {
  const application = getApplication(tenant, input.applicationId);
  const next = structuredClone([...input.appRoles]);
  checkDuplicates(next);
  if (next.length > entraLimits.appRolesAndScopes) {
    throw refusal("tooManyRoles", { count: next.length, limit: entraLimits.appRolesAndScopes });
  }
  for (const old of application.appRoles) {
    const successor = next.find((role) => isSameId(role.id, old.id));
    if (!successor) checkRemoval(tenant, application, old);
    else if (old.isEnabled && isChanged(old, successor)) throw refusal("roleEnabled");
  }
  application.appRoles = next;
  mirrorApplication(tenant, application);
}

function checkDuplicates(roles: readonly AppRole[]): void {
  const ids = roles.map((role) => role.id.toLowerCase());
  const values = roles.map((role) => role.value).filter((value) => value !== null);
  if (new Set(ids).size < ids.length || new Set(values).size < values.length) throw refusal("duplicateRole");
}

function checkRemoval(tenant: Tenant, application: Application, role: AppRole): void {
  if (role.isEnabled) throw refusal("roleEnabled");
  const resource = findServicePrincipalByClientId(tenant, application.appId);
  const holders = tenant.appRoleAssignments.filter(
    (assignment) => assignment.resourceId === resource?.id && isSameId(assignment.appRoleId, role.id),
  );
  if (holders.length > 0) throw refusal("roleInUse", { id: role.id, count: holders.length });
}

function isChanged(old: AppRole, next: AppRole): boolean {
  return (
    old.value !== next.value ||
    old.displayName !== next.displayName ||
    old.description !== next.description ||
    [...old.allowedMemberTypes].sort().join() !== [...next.allowedMemberTypes].sort().join()
  );
}
