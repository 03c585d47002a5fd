import { parseArn, parseIamResource, roleArn, samlProviderArn } from "#core/aws";
import { nameOf, type NameValues } from "#core/naming";
import { parseMetadata } from "#core/saml/metadata";
import { ownerOf } from "../account-checks";
import { customerPolicyArns } from "../aws/attached-policies";
import { iamUserOf } from "../aws/existing-iam-user";
import { roleNameOf } from "../aws/existing-role";
import { federationBoundaryArn } from "../aws/federation-boundary-plan";
import { awaitsCertificate } from "../entra/enterprise-application-checks";
import { isPlain } from "../refusal";
import { RoleMode } from "./role-mode";
import { roleModeOf } from "./role-mode-checks";
import type { AccountFederationArgs, AccountRoleArgs } from "./account-federation-args";
import type { FederatedRoleArgs } from "../aws/federated-role-args";
import type { FederationBoundaryArgs, ProtectedRoleArgs } from "../aws/federation-boundary-args";
import type { ProvisioningUserArgs } from "../aws/provisioning-user";
import type { SamlIdentityProviderArgs } from "../aws/saml-identity-provider";
import type { ConsoleMfaPolicyArgs } from "../entra/console-mfa-policy";
import type { EnterpriseApplicationArgs } from "../entra/enterprise-application-args";
import type { RoleGroupArgs } from "../entra/role-group";

/** One role as it will be made; its provider and boundary stand as the ARNs that they will have. */
export interface AccountRolePlan {
  /** The key in `roles`. */
  key: string;
  arn: string;
  role: FederatedRoleArgs & { samlProviderArn: string };
  group: RoleGroupArgs;
  appRole: AppRolePlan;
  /** Whether the role's boundary is the one that protects the federation. */
  bounded: boolean;
}

/** How Entra comes to know one role. */
export interface AppRolePlan {
  name: string;
  /** Whether the provisioning service writes it. */
  imported: boolean;
  /** Id of what the provisioning service has written; without it the role is waited for. */
  importedId?: string;
}

/** A federation as it will be made: what is not in the plan is not made. */
export interface AccountFederationPlan {
  application: EnterpriseApplicationArgs;
  provider?: Pick<SamlIdentityProviderArgs, "account" | "existingSamlProviderArn" | "providerName" | "tags">;
  /** Whether only the application is made for now, since the rest needs a certificate that is still to be made by hand. */
  awaitsCertificate: boolean;
  roles: AccountRolePlan[];
  boundary?: FederationBoundaryArgs;
  /** Where roles are imported: the user with whose key Entra reads them. */
  provisioningUser?: ProvisioningUserArgs;
  conditionalAccess?: Pick<ConsoleMfaPolicyArgs, "displayName" | "excludedGroupObjectIds" | "state">;
}

/** What the arguments amount to, right or wrong. */
export function sketchAccountFederation(args: AccountFederationArgs): AccountFederationPlan {
  const { account } = args;
  const names = namesOf(args);
  const boundary = args.protectFederation === true ? boundaryOf(args, names) : undefined;
  const application = applicationOf(args, names);
  return {
    application,
    provider:
      args.existingSamlProviderArn === undefined
        ? { account, providerName: names.samlProvider, tags: args.tags }
        : { account, existingSamlProviderArn: args.existingSamlProviderArn },
    awaitsCertificate: awaitsCertificate(application) && args.metadata === undefined,
    roles: Object.entries(args.roles).map(([key, role]) =>
      rolePlan(key, role, args, { ...names, role: key }, boundary),
    ),
    boundary,
    provisioningUser: roleModeOf(args) === RoleMode.Imported ? provisioningUserOf(args, names) : undefined,
    conditionalAccess: conditionalAccessOf(args, names),
  };
}

/** What is made of a plan now: without the certificate that is made by hand only the application, to make it in. */
export function withoutAwaited(plan: AccountFederationPlan): AccountFederationPlan {
  const { application, awaitsCertificate } = plan;
  return awaitsCertificate ? { application, awaitsCertificate, roles: [] } : plan;
}

function conditionalAccessOf(
  { conditionalAccess, naming }: AccountFederationArgs,
  names: NameValues,
): AccountFederationPlan["conditionalAccess"] {
  if (conditionalAccess?.requireMfa !== true) return undefined;
  const { excludedGroupIds, state } = conditionalAccess;
  const displayName = nameOf("conditionalAccessPolicy", names, naming);
  return { displayName, state, excludedGroupObjectIds: excludedGroupIds };
}

/** What the names of a federation are made of; its parts know the provider by the name that it has got. */
function namesOf({
  account,
  company,
  naming,
  existingSamlProviderArn,
}: AccountFederationArgs): NameValues & { samlProvider: string } {
  const names = { company, account: account.name, accountId: account.id };
  const existing = parseArn(existingSamlProviderArn ?? "");
  const provider = existing && parseIamResource(existing)?.name;
  return { ...names, samlProvider: provider ?? nameOf("samlProvider", names, naming) };
}

function applicationOf(args: AccountFederationArgs, names: NameValues): EnterpriseApplicationArgs {
  const { tenantId, entraCloud, company, account, naming, additionalCertificates } = args;
  const { existingApplicationObjectId, sessionNameSource, notificationEmailAddresses } = args;
  const common = { tenantId, entraCloud, company, account, additionalCertificates, ...certificatesOf(args) };
  // What would change an existing application is refused; what has only a default stands for nothing.
  if (existingApplicationObjectId !== undefined) {
    const { sessionDuration, naming: { application, claimsPolicy } = {} } = args;
    const settings = { sessionDuration, sessionNameSource, notificationEmailAddresses };
    return {
      ...common,
      ...settings,
      existingApplicationObjectId,
      displayName: application,
      claimsPolicyName: claimsPolicy,
    };
  }
  return {
    ...common,
    displayName: nameOf("application", names, naming),
    claimsPolicyName: nameOf("claimsPolicy", names, naming),
    sessionDuration: args.sessionDuration ?? shortestMaximum(Object.values(args.roles)),
    sessionNameSource,
    notificationEmailAddresses,
  };
}

function provisioningUserOf(args: AccountFederationArgs, names: NameValues): ProvisioningUserArgs {
  const { account, naming, tags, existingProvisioningUserArn: existingUserArn } = args;
  if (existingUserArn !== undefined) return { account, existingUserArn };
  return { account, userName: nameOf("provisioningUser", names, naming), tags };
}

/** Certificates that are not Graph's to make; a metadata document that is given says them, too. */
function certificatesOf({ entraCloud, metadata, signingCertificates }: AccountFederationArgs) {
  if (signingCertificates !== undefined) return { signingCertificates };
  if (!awaitsCertificate({ entraCloud }) || !isPlain(metadata?.xml)) return {};
  const parsed = parseMetadata(metadata.xml);
  return "problems" in parsed ? {} : { signingCertificates: [...parsed.metadata.certificates] };
}

function rolePlan(
  key: string,
  settings: AccountRoleArgs,
  args: AccountFederationArgs,
  names: NameValues & { samlProvider: string },
  boundary: FederationBoundaryArgs | undefined,
): AccountRolePlan {
  const { account, naming, tags } = args;
  const { members, owners, groupName, existingGroupObjectId, ...role } = settings;
  const existing = role.existingRoleArn;
  const roleName = existing === undefined ? nameOf("role", names, naming) : roleNameOf(existing);
  // An existing role stays as it is, without the boundary too.
  const bounded = boundary !== undefined && existing === undefined && role.permissionsBoundary === undefined;
  const tagged = tags === undefined || existing !== undefined ? role.tags : { ...tags, ...role.tags };
  const displayName = existingGroupObjectId === undefined ? (groupName ?? nameOf("group", names, naming)) : groupName;
  return {
    key,
    arn: existing ?? roleArn({ ...ownerOf(account), path: role.path, name: roleName }),
    role: {
      ...role,
      account,
      roleName,
      samlProviderArn: samlProviderArn({ ...ownerOf(account), name: names.samlProvider }),
      permissionsBoundary: bounded ? federationBoundaryArn(boundary) : role.permissionsBoundary,
      tags: tagged,
    },
    group: { account, roleName, existingGroupObjectId, displayName, members, owners },
    appRole: appRolePlan(key, existing === undefined ? names : { ...names, role: roleName }, args),
    bounded,
  };
}

function appRolePlan(key: string, names: NameValues, args: AccountFederationArgs): AppRolePlan {
  const { importedAppRoleIds: ids = {}, naming } = args;
  const name = nameOf("appRole", names, naming);
  if (roleModeOf(args) === RoleMode.Declared) return { name, imported: false };
  return { name, imported: true, importedId: Object.hasOwn(ids, key) ? ids[key] : undefined };
}

function boundaryOf(args: AccountFederationArgs, names: NameValues & { samlProvider: string }): FederationBoundaryArgs {
  const { account, naming, protectedRoles = [], existingProvisioningUserArn = "" } = args;
  const existingUser = iamUserOf(existingProvisioningUserArn);
  const roles = Object.entries(args.roles);
  // A boundary that a role has in place of this one is a policy of the role, too.
  const policies = roles.flatMap(([, { managedPolicies = [], permissionsBoundary }]) =>
    isPlain(permissionsBoundary) ? [...managedPolicies, permissionsBoundary] : managedPolicies,
  );
  return {
    account,
    policyName: nameOf("boundary", names, naming),
    samlProviderName: names.samlProvider,
    provisioningUserName: existingUser.name === "" ? nameOf("provisioningUser", names, naming) : existingUser.name,
    provisioningUserPath: existingUser.path,
    roles: [
      ...roles.map(([key, { path, existingRoleArn }]) =>
        existingRoleArn === undefined
          ? { roleName: nameOf("role", { ...names, role: key }, naming), path }
          : protectedRoleOf(existingRoleArn),
      ),
      ...protectedRoles,
    ],
    rolePolicyArns: [...new Set(customerPolicyArns(policies))],
    tags: args.tags,
  };
}

function protectedRoleOf(arn: string): ProtectedRoleArgs {
  const parsed = parseArn(arn);
  const { name: roleName = "", path } = (parsed && parseIamResource(parsed)) ?? {};
  return { roleName, path };
}

function shortestMaximum(roles: readonly AccountRoleArgs[]): number {
  return Math.min(...roles.map(({ maxSessionDuration = 3600 }) => maxSessionDuration), 43_200);
}
