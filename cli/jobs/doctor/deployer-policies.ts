import { parseArn, parseIamResource } from "#core/aws";
import { findManagedPolicy } from "#core/aws/managed-policies";
import { deployerPolicies as policiesFor, type DeployerScope, type PolicyDocument } from "#core/aws/policy";
import type { PlannedAccount, PlannedRole } from "./planned-account";

/** The least policies of the stack's deployer in its account. */
export function deployerPolicies(plan: PlannedAccount): PolicyDocument[] {
  return policiesFor(deployerScope(plan));
}

function deployerScope(plan: PlannedAccount): DeployerScope {
  const { config, partition, accountId, samlProvider, boundary, provisioningUser } = plan;
  const ownRoles = plan.roles.filter(({ hasExistingRole }) => !hasExistingRole);
  const provider = { name: samlProvider.name };
  return {
    partition,
    accountId,
    roles: ownRoles.map((role) => deployedRole(role, plan)),
    existingRoles: plan.roles.filter(({ hasExistingRole }) => hasExistingRole).flatMap(existingRole),
    ...(config.existingSamlProviderArn === undefined ? { samlProvider: provider } : { existingSamlProvider: provider }),
    ...(boundary === undefined ? {} : { boundary: { name: boundary.name } }),
    ...(provisioningUser === undefined ? {} : { provisioningUser: { name: provisioningUser.name } }),
    ...existingUser(config.existingProvisioningUserArn),
    tagged: plan.isTagged,
  };
}

function deployedRole({ key, name }: PlannedRole, plan: PlannedAccount): NonNullable<DeployerScope["roles"]>[number] {
  const settings = plan.config.roles[key];
  const managed = settings?.managedPolicies ?? [];
  const boundary = settings?.permissionsBoundary ?? plan.boundary?.arn;
  return {
    name,
    ...(settings?.path === undefined ? {} : { path: settings.path }),
    managedPolicyArns: managed.flatMap((policy) => findManagedPolicy(policy, plan.partition)?.arn ?? []),
    inlinePolicies: Object.keys(settings?.inlinePolicies ?? {}).length > 0,
    ...(boundary === undefined ? {} : { permissionsBoundaryArn: boundary }),
  };
}

function existingRole({ arn }: PlannedRole): { name: string; path: string }[] {
  const role = nameInArn(arn);
  return role === undefined ? [] : [role];
}

function existingUser(arn: string | undefined): Pick<DeployerScope, "existingProvisioningUser"> {
  const user = nameInArn(arn ?? "");
  return user === undefined ? {} : { existingProvisioningUser: user };
}

function nameInArn(arn: string): { name: string; path: string } | undefined {
  const parsed = parseArn(arn);
  const resource = parsed && parseIamResource(parsed);
  return resource && { name: resource.name, path: resource.path };
}
