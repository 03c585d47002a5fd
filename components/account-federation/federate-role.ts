import { FederatedRole } from "../aws/federated-role";
import { ImportedRoleAssignment } from "../entra/imported-role-assignment";
import { RoleAssignment } from "../entra/role-assignment";
import { RoleGroup } from "../entra/role-group";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountRolePlan } from "./account-federation-sketch";
import type { ExistingThings } from "./existing-things";
import type { FederationParts, RoleParts } from "./federation-parts";

/** Makes one role, the group whose members may take it, and what ties the two together. */
export function federateRole(
  name: string,
  plan: AccountRolePlan,
  made: Pick<FederationParts, "application" | "boundary" | "provider">,
  existing: ExistingThings,
  opts: pulumi.ComponentResourceOptions,
): RoleParts {
  const { role, group, bounded } = plan;
  const samlProviderArn = made.provider?.arn ?? role.samlProviderArn;
  const permissionsBoundary = (bounded ? made.boundary?.policyArn : undefined) ?? role.permissionsBoundary;
  const federatedRole = new FederatedRole(`${name}-role`, { ...role, samlProviderArn, permissionsBoundary }, opts);
  const roleGroup = new RoleGroup(`${name}-group`, { ...group, members: existing.admitted(group.members) }, opts);
  const parts = { plan, federatedRole, roleGroup };
  return { ...parts, assignment: assignRole(`${name}-assignment`, parts, { ...made, samlProviderArn }, opts) };
}

/** Gives a role to its group: by an app role that the program writes, or by the imported one once it is there. */
function assignRole(
  name: string,
  { plan, federatedRole, roleGroup }: RoleParts,
  { application, samlProviderArn }: Pick<FederationParts, "application"> & { samlProviderArn: pulumi.Input<string> },
  opts: pulumi.ComponentResourceOptions,
): RoleParts["assignment"] {
  const { appRole, role } = plan;
  const { servicePrincipalObjectId, applicationId } = application;
  const to = { servicePrincipalObjectId, groupObjectId: roleGroup.objectId };
  if (appRole.imported) {
    if (appRole.importedId === undefined) return undefined;
    return new ImportedRoleAssignment(name, { appRoleId: appRole.importedId, ...to }, opts);
  }
  return new RoleAssignment(
    name,
    {
      account: role.account,
      roleName: role.roleName,
      roleArn: federatedRole.attachedRoleArn,
      samlProviderArn,
      applicationId,
      ...to,
      displayName: appRole.name,
    },
    opts,
  );
}
