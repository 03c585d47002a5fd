import * as pulumi from "@pulumi/pulumi";
import { entraCloudOf } from "../entra/enterprise-application-checks";
import { RoleMode } from "../role-mode";
import { roleModeOf } from "../role-mode-checks";
import { type FederationFacts, federationRows, type RoleFacts } from "./federation-rows";
import { renderInventory } from "./render-inventory";
import type { AccountFederationArgs } from "../account-federation-args";
import type { AccountFederationPlan, AccountRolePlan } from "../account-federation-sketch";
import type { FederatedRole } from "../aws/federated-role";
import type { FederationBoundary } from "../aws/federation-boundary";
import type { ProvisioningUser } from "../aws/provisioning-user";
import type { SamlIdentityProvider } from "../aws/saml-identity-provider";
import type { ConsoleMfaPolicy } from "../entra/console-mfa-policy";
import type { EnterpriseApplication } from "../entra/enterprise-application";
import type { RoleGroup } from "../entra/role-group";
import type { RoleProvisioning } from "../entra/role-provisioning";

/** One role as the federation has made it. */
export interface RoleParts {
  plan: AccountRolePlan;
  federatedRole: FederatedRole;
  roleGroup: RoleGroup;
  /** Absent while the role waits for its import. */
  assignment?: { appRoleId: pulumi.Output<string>; assignmentId: pulumi.Output<string> };
}

/** What a federation has made. */
export interface FederationParts {
  application: EnterpriseApplication;
  /** Absent while a certificate that is made by hand is awaited. */
  provider?: SamlIdentityProvider;
  boundary?: FederationBoundary;
  roles: readonly RoleParts[];
  conditionalAccessPolicy?: ConsoleMfaPolicy;
  provisioning?: { user: ProvisioningUser; job: RoleProvisioning };
}

/** The inventory page of a federation, known once everything in it is there. */
export function federationInventory(
  args: AccountFederationArgs,
  plan: AccountFederationPlan,
  parts: FederationParts,
): pulumi.Output<string> {
  const { name: accountName, id: accountId } = args.account;
  return factsOf(args, plan, parts).apply((facts) =>
    renderInventory({
      title: `Inventory of ${facts.application.name}`,
      accountName,
      accountId,
      tenantId: args.tenantId,
      stack: `${pulumi.getProject()}/${pulumi.getStack()}`,
      rows: federationRows(facts),
    }),
  );
}

function factsOf(
  args: AccountFederationArgs,
  plan: AccountFederationPlan,
  { application, provider, boundary, conditionalAccessPolicy, provisioning, roles }: FederationParts,
): pulumi.Output<FederationFacts> {
  const imported = roleModeOf(args) === RoleMode.Imported;
  return pulumi.output({
    cloud: entraCloudOf(args).name,
    application: {
      name: application.displayName,
      objectId: application.applicationObjectId,
      clientId: application.clientId,
      servicePrincipalObjectId: application.servicePrincipalObjectId,
      existing: args.existingApplicationObjectId !== undefined,
      certificateThumbprint: application.certificateThumbprint,
      certificateGiven: args.signingCertificates !== undefined,
      claimsPolicy: { name: plan.application.claimsPolicyName ?? "", id: application.claimsPolicyId },
    },
    provider: provider && {
      name: provider.providerName,
      arn: provider.arn,
      existing: args.existingSamlProviderArn !== undefined,
    },
    boundary: boundary && { arn: boundary.policyArn },
    roles: pulumi.all(roles.map((role) => roleFacts(role, imported))),
    conditionalAccessPolicy: conditionalAccessPolicy && {
      name: conditionalAccessPolicy.displayName,
      objectId: conditionalAccessPolicy.objectId,
    },
    provisioning: provisioning && { userArn: provisioning.user.arn, jobId: provisioning.job.jobId },
  });
}

function roleFacts(
  { plan, federatedRole, roleGroup, assignment }: RoleParts,
  imported: boolean,
): pulumi.Output<RoleFacts> {
  const { managedPolicies = [], inlinePolicies = {} } = plan.role;
  return pulumi.output({
    roleName: federatedRole.roleName,
    roleArn: federatedRole.attachedRoleArn,
    existingRole: plan.role.existingRoleArn !== undefined,
    policies: [...managedPolicies, ...Object.keys(inlinePolicies).map((name) => `${name} (inline)`)],
    group: {
      name: roleGroup.displayName,
      objectId: roleGroup.objectId,
      owners: plan.group.owners ?? [],
      existing: plan.group.existingGroupObjectId !== undefined,
    },
    appRole: assignment && {
      name: plan.appRoleName,
      id: assignment.appRoleId,
      assignmentId: assignment.assignmentId,
      imported,
    },
  });
}
