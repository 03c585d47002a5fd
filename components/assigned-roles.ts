import * as pulumi from "@pulumi/pulumi";
import { ProvisioningUser, type ProvisioningUserArgs } from "./aws/provisioning-user";
import { ImportedRoleAssignment } from "./entra/imported-role-assignment";
import { RoleAssignment } from "./entra/role-assignment";
import { RoleProvisioning } from "./entra/role-provisioning";
import { RoleMode } from "./role-mode";
import { roleModeOf } from "./role-mode-checks";
import type { AccountFederationArgs } from "./account-federation-args";
import type { FederatedRole } from "./aws/federated-role";
import type { EnterpriseApplication } from "./entra/enterprise-application";
import type { FederationParts, RoleParts } from "./inventory/federation-inventory";

/** Gives a role to its group: by an app role that the program writes, or by the imported one once it is there. */
export function assignRole(
  name: string,
  args: AccountFederationArgs,
  { plan, federatedRole, roleGroup }: RoleParts,
  { application, samlProviderArn }: { application: EnterpriseApplication; samlProviderArn: pulumi.Input<string> },
  opts: pulumi.ComponentResourceOptions,
): RoleParts["assignment"] {
  const { servicePrincipalObjectId, applicationId } = application;
  const groupObjectId = roleGroup.objectId;
  if (roleModeOf(args) === RoleMode.Imported) {
    const ids = args.importedAppRoleIds ?? {};
    const appRoleId = Object.hasOwn(ids, plan.key) ? ids[plan.key] : undefined;
    if (appRoleId === undefined) return undefined;
    return new ImportedRoleAssignment(name, { appRoleId, servicePrincipalObjectId, groupObjectId }, opts);
  }
  return new RoleAssignment(
    name,
    {
      account: args.account,
      roleName: plan.role.roleName,
      roleArn: federatedRole.attachedRoleArn,
      samlProviderArn,
      applicationId,
      servicePrincipalObjectId,
      groupObjectId,
      displayName: plan.appRoleName,
    },
    opts,
  );
}

/** Lets Entra's provisioning service import the roles: a user with a key, then secret and job, after every role. */
export function importRoles(
  name: string,
  user: ProvisioningUserArgs,
  application: EnterpriseApplication,
  roles: readonly FederatedRole[],
  opts: pulumi.ComponentResourceOptions,
): FederationParts["provisioning"] {
  const provisioningUser = new ProvisioningUser(`${name}-provisioning-user`, user, opts);
  // The first cycle starts with the job, and a role that is not there yet would wait 40 minutes for the next one: so the
  // id resolves through the roles. (The children of a component do not wait for what the component depends on.)
  const servicePrincipalId = pulumi
    .all([application.servicePrincipalId, pulumi.all(roles.map(({ attachedRoleArn }) => attachedRoleArn))])
    .apply(([id]) => id);
  const job = new RoleProvisioning(
    `${name}-role-provisioning`,
    {
      servicePrincipalId,
      accessKeyId: provisioningUser.accessKeyId,
      secretAccessKey: provisioningUser.secretAccessKey,
    },
    opts,
  );
  return { user: provisioningUser, job };
}
