import { parseArn, parseIamResource, roleArn, samlProviderArn } from "#core/aws";
import { nameOf, type NameValues } from "#core/naming";
import { parseMetadata } from "#core/saml/metadata";
import { ownerOf } from "./account-checks";
import { customerPolicyArns } from "./aws/attached-policies";
import { roleNameOf } from "./aws/existing-role";
import { federationBoundaryArn } from "./aws/federation-boundary-plan";
import { awaitsCertificate } from "./entra/enterprise-application-checks";
import { isPlain } from "./refusal";
import { roleModeOf } from "./role-mode-checks";
import { RoleMode } from "./role-mode";
import type { AccountFederationArgs, AccountRoleArgs } from "./account-federation-args";
import type { FederatedRoleArgs } from "./aws/federated-role-args";
import type { FederationBoundaryArgs, ProtectedRoleArgs } from "./aws/federation-boundary-args";
import type { ProvisioningUserArgs } from "./aws/provisioning-user";
import type { SamlIdentityProviderArgs } from "./aws/saml-identity-provider";
import type { EnterpriseApplicationArgs } from "./entra/enterprise-application-args";
import type { RoleGroupArgs } from "./entra/role-group";

/** One role as it will be made; its provider and boundary stand as the ARNs that they will have. */
export interface AccountRolePlan {
  /** The key in `roles`. */
  key: string;
  arn: string;
  role: FederatedRoleArgs & { samlProviderArn: string };
  group: RoleGroupArgs;
  appRoleName: string;
  /** Whether the role's boundary is the one that protects the federation. */
  bounded: boolean;
}

/** A federation as it will be made. */
export interface AccountFederationPlan {
  application: EnterpriseApplicationArgs;
  provider: Pick<SamlIdentityProviderArgs, "existingSamlProviderArn" | "providerName" | "tags">;
  /** Whether only the application is made for now, since the rest needs a certificate that is still to be made by hand. */
  awaitsCertificate: boolean;
  roles: AccountRolePlan[];
  boundary?: FederationBoundaryArgs;
  /** Where roles are imported: the user with whose key Entra reads them. */
  provisioningUser?: ProvisioningUserArgs & { userName: string };
  conditionalAccessPolicyName: string;
}

/** What the arguments amount to, right or wrong. */
export function sketchAccountFederation(args: AccountFederationArgs): AccountFederationPlan {
  const { account, naming } = args;
  const names = namesOf(args);
  const boundary = args.protectFederation === true ? boundaryOf(args, names) : undefined;
  const application = applicationOf(args, names);
  return {
    application,
    provider:
      args.existingSamlProviderArn === undefined
        ? { providerName: names.samlProvider, tags: args.tags }
        : { existingSamlProviderArn: args.existingSamlProviderArn },
    awaitsCertificate: awaitsCertificate(application) && args.metadata === undefined,
    roles: Object.entries(args.roles).map(([key, role]) =>
      rolePlan(key, role, args, { ...names, role: key }, boundary),
    ),
    boundary,
    provisioningUser:
      roleModeOf(args) === RoleMode.Imported
        ? { account, userName: nameOf("provisioningUser", names, naming), tags: args.tags }
        : undefined,
    conditionalAccessPolicyName: nameOf("conditionalAccessPolicy", names, naming),
  };
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
  { account, naming, tags }: AccountFederationArgs,
  names: NameValues & { samlProvider: string },
  boundary: FederationBoundaryArgs | undefined,
): AccountRolePlan {
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
    appRoleName: nameOf("appRole", { ...names, role: existing === undefined ? names.role : roleName }, naming),
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
