import { roleArn, samlProviderArn } from "#core/aws";
import { nameOf } from "#core/naming";
import { ownerOf } from "./account-checks";
import { customerPolicyArns } from "./aws/attached-policies";
import { federationBoundaryArn, type FederationBoundaryArgs } from "./aws/federation-boundary";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountFederationArgs, AccountRoleArgs } from "./account-federation-args";
import type { FederatedRoleArgs } from "./aws/federated-role-args";
import type { EnterpriseApplicationArgs } from "./entra/enterprise-application-args";
import type { RoleGroupArgs } from "./entra/role-group";

/** One role as it will be made; its provider and boundary stand as the ARNs that they will have. */
export interface AccountRolePlan {
  /** The key in `roles`. */
  key: string;
  arn: string;
  role: FederatedRoleArgs & { samlProviderArn: string };
  group: RoleGroupArgs & { displayName: string };
  appRoleName: string;
  /** Whether the role's boundary is the one that protects the federation. */
  bounded: boolean;
}

/** A federation as it will be made. */
export interface AccountFederationPlan {
  application: EnterpriseApplicationArgs & { displayName: string; claimsPolicyName: string; sessionDuration: number };
  provider: { providerName: string; tags?: Record<string, pulumi.Input<string>> };
  roles: AccountRolePlan[];
  boundary?: FederationBoundaryArgs;
  conditionalAccessPolicyName: string;
}

/** What the arguments amount to, right or wrong. */
export function sketchAccountFederation(args: AccountFederationArgs): AccountFederationPlan {
  const { account, company, naming } = args;
  const names = { company, account: account.name, accountId: account.id };
  const providerName = nameOf("samlProvider", names, naming);
  const boundary = args.protectFederation === true ? boundaryOf(args, providerName) : undefined;
  return {
    application: {
      tenantId: args.tenantId,
      company,
      account,
      displayName: nameOf("application", names, naming),
      claimsPolicyName: nameOf("claimsPolicy", names, naming),
      sessionDuration: args.sessionDuration ?? shortestMaximum(Object.values(args.roles)),
      sessionNameSource: args.sessionNameSource,
      notificationEmailAddresses: args.notificationEmailAddresses,
      additionalCertificates: args.additionalCertificates,
    },
    provider: { providerName, tags: args.tags },
    roles: Object.entries(args.roles).map(([key, role]) => rolePlan(key, role, args, providerName, boundary)),
    boundary,
    conditionalAccessPolicyName: nameOf("conditionalAccessPolicy", names, naming),
  };
}

function rolePlan(
  key: string,
  settings: AccountRoleArgs,
  { account, company, naming, tags }: AccountFederationArgs,
  providerName: string,
  boundary: FederationBoundaryArgs | undefined,
): AccountRolePlan {
  const { members, owners, groupName, ...role } = settings;
  const values = { company, account: account.name, accountId: account.id, role: key, samlProvider: providerName };
  const roleName = nameOf("role", values, naming);
  const bounded = boundary !== undefined && role.permissionsBoundary === undefined;
  return {
    key,
    arn: roleArn({ ...ownerOf(account), path: role.path, name: roleName }),
    role: {
      ...role,
      account,
      roleName,
      samlProviderArn: samlProviderArn({ ...ownerOf(account), name: providerName }),
      permissionsBoundary: bounded ? federationBoundaryArn(boundary) : role.permissionsBoundary,
      tags: tags === undefined ? role.tags : { ...tags, ...role.tags },
    },
    group: { account, roleName, displayName: groupName ?? nameOf("group", values, naming), members, owners },
    appRoleName: nameOf("appRole", values, naming),
    bounded,
  };
}

function boundaryOf(args: AccountFederationArgs, samlProviderName: string): FederationBoundaryArgs {
  const { account, company, naming } = args;
  const names = { company, account: account.name, accountId: account.id };
  const roles = Object.entries(args.roles);
  return {
    account,
    policyName: nameOf("boundary", names, naming),
    samlProviderName,
    provisioningUserName: nameOf("provisioningUser", names, naming),
    roles: roles.map(([key, { path }]) => ({ roleName: nameOf("role", { ...names, role: key }, naming), path })),
    rolePolicyArns: [...new Set(roles.flatMap(([, role]) => customerPolicyArns(role.managedPolicies ?? [])))],
    tags: args.tags,
  };
}

function shortestMaximum(roles: readonly AccountRoleArgs[]): number {
  return Math.min(...roles.map(({ maxSessionDuration = 3600 }) => maxSessionDuration), 43_200);
}
