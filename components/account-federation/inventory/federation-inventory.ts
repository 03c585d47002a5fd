import * as pulumi from "@pulumi/pulumi";
import { entityId } from "#core/entra";
import { partitionOf } from "../../account-checks";
import { entraCloudOf } from "../../entra/enterprise-application-checks";
import { federationRows } from "./federation-rows";
import { renderInventory } from "./render-inventory";
import type { FederationFacts, RoleFacts } from "./federation-facts";
import type { AccountFederationArgs } from "../account-federation-args";
import type { AccountFederationPlan } from "../account-federation-sketch";
import type { FederationParts, RoleParts } from "../federation-parts";

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
  const existing = args.existingApplicationObjectId !== undefined;
  return pulumi.output({
    cloud: entraCloudOf(args).name,
    application: {
      name: application.displayName,
      objectId: application.applicationObjectId,
      clientId: application.clientId,
      servicePrincipalObjectId: application.servicePrincipalObjectId,
      existing,
      identifierUri: existing ? undefined : entityId(args.account.id, partitionOf(args.account)),
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
    roles: pulumi.all(roles.map(roleFacts)),
    conditionalAccessPolicy: conditionalAccessPolicy && {
      name: conditionalAccessPolicy.displayName,
      objectId: conditionalAccessPolicy.objectId,
    },
    provisioning: provisioning && {
      userArn: provisioning.user.arn,
      accessKeyId: provisioning.user.accessKeyId,
      existingUser: args.existingProvisioningUserArn !== undefined,
      jobId: provisioning.job.jobId,
    },
  });
}

function roleFacts({ plan, federatedRole, roleGroup, assignment }: RoleParts): pulumi.Output<RoleFacts> {
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
      members: Object.entries(plan.group.members ?? {}).map(([key, objectId]) => ({ key, objectId })),
    },
    appRole: assignment && {
      name: plan.appRole.name,
      id: assignment.appRoleId,
      assignmentId: assignment.assignmentId,
      imported: plan.appRole.imported,
    },
  });
}
