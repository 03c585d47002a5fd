import { roleArn, samlProviderArn } from "#core/aws";
import { nameOf, type NameValues } from "#core/naming";
import { ownerOf } from "./account-checks";
import { customerPolicyArns } from "./aws/attached-policies";
import { federationBoundaryArn } from "./aws/federation-boundary-plan";
import { isPlain } from "./refusal";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountFederationArgs, AccountRoleArgs } from "./account-federation-args";
import type { FederatedRoleArgs } from "./aws/federated-role-args";
import type { FederationBoundaryArgs } from "./aws/federation-boundary-args";
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
  const names = namesOf(args);
  const boundary = args.protectFederation === true ? boundaryOf(args, names) : undefined;
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
    provider: { providerName: names.samlProvider, tags: args.tags },
    roles: Object.entries(args.roles).map(([key, role]) =>
      rolePlan(key, role, args, { ...names, role: key }, boundary),
    ),
    boundary,
    conditionalAccessPolicyName: nameOf("conditionalAccessPolicy", names, naming),
  };
}

/** What the names of a federation are made of; its parts know the provider by the name that it has got. */
function namesOf({ account, company, naming }: AccountFederationArgs): NameValues & { samlProvider: string } {
  const names = { company, account: account.name, accountId: account.id };
  return { ...names, samlProvider: nameOf("samlProvider", names, naming) };
}

function rolePlan(
  key: string,
  settings: AccountRoleArgs,
  { account, naming, tags }: AccountFederationArgs,
  names: NameValues & { samlProvider: string },
  boundary: FederationBoundaryArgs | undefined,
): AccountRolePlan {
  const { members, owners, groupName, ...role } = settings;
  const roleName = nameOf("role", names, naming);
  const bounded = boundary !== undefined && role.permissionsBoundary === undefined;
  return {
    key,
    arn: roleArn({ ...ownerOf(account), path: role.path, name: roleName }),
    role: {
      ...role,
      account,
      roleName,
      samlProviderArn: samlProviderArn({ ...ownerOf(account), name: names.samlProvider }),
      permissionsBoundary: bounded ? federationBoundaryArn(boundary) : role.permissionsBoundary,
      tags: tags === undefined ? role.tags : { ...tags, ...role.tags },
    },
    group: { account, roleName, displayName: groupName ?? nameOf("group", names, naming), members, owners },
    appRoleName: nameOf("appRole", names, naming),
    bounded,
  };
}

function boundaryOf(args: AccountFederationArgs, names: NameValues & { samlProvider: string }): FederationBoundaryArgs {
  const { account, naming, protectedRoles = [] } = args;
  const roles = Object.entries(args.roles);
  // A boundary that a role has in place of this one is a policy of the role, too.
  const policies = roles.flatMap(([, { managedPolicies = [], permissionsBoundary }]) =>
    isPlain(permissionsBoundary) ? [...managedPolicies, permissionsBoundary] : managedPolicies,
  );
  return {
    account,
    policyName: nameOf("boundary", names, naming),
    samlProviderName: names.samlProvider,
    provisioningUserName: nameOf("provisioningUser", names, naming),
    roles: [
      ...roles.map(([key, { path }]) => ({ roleName: nameOf("role", { ...names, role: key }, naming), path })),
      ...protectedRoles,
    ],
    rolePolicyArns: [...new Set(customerPolicyArns(policies))],
    tags: args.tags,
  };
}

function shortestMaximum(roles: readonly AccountRoleArgs[]): number {
  return Math.min(...roles.map(({ maxSessionDuration = 3600 }) => maxSessionDuration), 43_200);
}
