import * as pulumi from "@pulumi/pulumi";
import { ProvisioningUser, type ProvisioningUserArgs } from "../aws/provisioning-user";
import { RoleProvisioning } from "../entra/role-provisioning";
import type { FederationParts, RoleParts } from "./federation-parts";

/** Lets Entra's provisioning service import the roles: a user with a key, then secret and job, after every role. */
export function importRoles(
  name: string,
  user: ProvisioningUserArgs,
  { servicePrincipalId: id }: FederationParts["application"],
  roles: readonly RoleParts[],
  opts: pulumi.ComponentResourceOptions,
): FederationParts["provisioning"] {
  const provisioningUser = new ProvisioningUser(`${name}-provisioning-user`, user, opts);
  // The first cycle starts with the job, and a role that is not there yet would wait 40 minutes for the next one: so the
  // id resolves through the roles. (The children of a component do not wait for what the component depends on.)
  const attached = roles.map(({ federatedRole }) => federatedRole.attachedRoleArn);
  const servicePrincipalId = pulumi.all([id, pulumi.all(attached)]).apply(([known]) => known);
  const { accessKeyId, secretAccessKey } = provisioningUser;
  const job = new RoleProvisioning(
    `${name}-role-provisioning`,
    { servicePrincipalId, accessKeyId, secretAccessKey },
    opts,
  );
  return { user: provisioningUser, job };
}
