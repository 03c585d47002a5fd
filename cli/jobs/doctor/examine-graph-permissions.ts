import {
  deployerGraphPermissions,
  entraClouds,
  graphAppId,
  type GraphPermission,
  graphPermissionIds,
  hasGraphPermission,
} from "#core/entra";
import { shellCommand } from "../run/shell-command";
import { deployerFeatures } from "./deployer-features";
import type { Examination } from "./examination";
import type { PlannedAccount } from "./planned-account";
import type { TenantReader } from "./tenant-reader";

const group = "Graph permissions";

/** Each permission of Graph that the stack's deployer needs, and that the caller's token has not. */
export async function examineGraphPermissions(plan: PlannedAccount, tenant: TenantReader): Promise<Examination[]> {
  const wanted = deployerGraphPermissions(deployerFeatures(plan));
  const granted = new Set(tenant.caller.permissions);
  const missing = wanted.filter((permission) => !hasGraphPermission(granted, permission));
  const having = wanted.filter((one) => !missing.includes(one));
  const present: Examination[] =
    having.length === 0
      ? []
      : [{ group, name: `${having.length} of ${wanted.length}`, outcome: "ok", given: having.join(", ") }];
  if (missing.length === 0) return present;
  if (tenant.caller.kind === "user") return [...present, ...missing.map(missingScope)];
  const graph = await tenant.graphServicePrincipalId();
  const { graphHost } = entraClouds[plan.entraCloud];
  const assigning =
    "found" in graph && graph.found !== undefined ? { graphObjectId: graph.found, graphHost } : undefined;
  const grant = (permission: GraphPermission): string => grantCommand(permission, tenant.caller, assigning);
  return [...present, ...missing.map((permission) => missingRole(permission, grant(permission)))];
}

function missingRole(permission: GraphPermission, command: string): Examination {
  return {
    group,
    name: permission,
    outcome: "missing",
    given: "not in the application's token",
    expected: "granted to the application, with an administrator's consent",
    remedy: "an administrator grants it; a new token has it after some minutes",
    commands: [command],
  };
}

/** An assignment is the consent itself, and fits managed identities, which have no application of their own. */
function grantCommand(
  permission: GraphPermission,
  { clientId, objectId }: TenantReader["caller"],
  assigning: { readonly graphObjectId: string; readonly graphHost: string } | undefined,
): string {
  const appRoleId = graphPermissionIds[permission];
  if (assigning !== undefined) {
    const body = JSON.stringify({ principalId: objectId, resourceId: assigning.graphObjectId, appRoleId });
    const url = `https://${assigning.graphHost}/v1.0/servicePrincipals/${objectId}/appRoleAssignments`;
    return shellCommand(["az", "rest", "--method", "POST", "--url", url, "--body", body]);
  }
  const add = ["az", "ad", "app", "permission", "add", "--id", clientId ?? objectId, "--api", graphAppId];
  const consent = ["az", "ad", "app", "permission", "admin-consent", "--id", clientId ?? objectId];
  return `${shellCommand([...add, "--api-permissions", `${appRoleId}=Role`])} && ${shellCommand(consent)}`;
}

/** A person acts by scopes of the application that signed in, and by directory roles, which no token tells. */
function missingScope(permission: GraphPermission): Examination {
  return {
    group,
    name: permission,
    outcome: "missing",
    given: "not among the scopes of this sign-in",
    expected: "a scope of the application that signs people in, and a directory role that may do it",
    remedy:
      "sign in as an application that has it (AZURE_CLIENT_ID, AZURE_CLIENT_SECRET): not every scope can be added to the sign-in of a tool such as az",
  };
}
