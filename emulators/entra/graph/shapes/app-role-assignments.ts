import { findPrincipal } from "../../state/app-role-assignments";
import type { Tenant } from "../../state/model";
import { findServicePrincipal } from "../../state/service-principals";
import { appRoleOfPermission } from "../graph-app-roles";
import type { Entity } from "../route";
import { clientsOf, graphServicePrincipalId } from "./service-principals";

/** All assignments: those of the tenant's applications, and the permissions granted to its client applications. */
export function appRoleAssignmentEntities(tenant: Readonly<Tenant>): Entity[] {
  const deployed = tenant.appRoleAssignments.map((assignment) => ({
    ...assignment,
    deletedDateTime: null,
    principalDisplayName: findPrincipal(tenant, assignment.principalId)?.displayName ?? null,
    resourceDisplayName: findServicePrincipal(tenant, assignment.resourceId)?.displayName ?? null,
  }));
  return [...deployed, ...grantedPermissions(tenant)];
}

function grantedPermissions(tenant: Readonly<Tenant>): Entity[] {
  return clientsOf(tenant).flatMap((client) =>
    client.permissions.map((permission) => ({
      id: Buffer.from(`${client.objectId}.${permission}`).toString("base64url"),
      deletedDateTime: null,
      appRoleId: appRoleOfPermission(permission).id,
      createdDateTime: null,
      principalDisplayName: client.displayName,
      principalId: client.objectId,
      principalType: "ServicePrincipal",
      resourceDisplayName: "Microsoft Graph",
      resourceId: graphServicePrincipalId,
    })),
  );
}
