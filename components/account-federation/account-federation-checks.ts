import {
  roleNameProblems,
  roleNamesProblems,
  samlProviderNameProblems,
  sessionDurationProblems,
  sessionNameProblems,
  tagProblems,
  userNameProblems,
} from "#core/aws";
import { appRoleValueProblems, conditionalAccessScopeProblems, displayNameProblems } from "#core/entra";
import { namingProblems } from "#core/naming";
import { error, shown, under, warning } from "#core/problems";
import { metadataProblems } from "#core/saml/metadata";
import { accountProblems } from "../account-checks";
import { roleSettingsProblems } from "../aws/federated-role-checks";
import { federationBoundaryProblems, protectedRolesProblems } from "../aws/federation-boundary-plan";
import { consoleMfaSettingsProblems } from "../entra/console-mfa-policy";
import { objectIdListProblems, objectIdRecordProblems } from "../entra/directory-checks";
import { enterpriseApplicationProblems } from "../entra/enterprise-application-checks";
import { SessionNameSource } from "../entra/session-name-source";
import { existingArgumentProblems } from "./existing-argument-checks";
import { isPlain, plainEntries } from "../refusal";
import { roleModeProblems } from "./role-mode-checks";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";
import type { AccountFederationPlan, AccountRolePlan } from "./account-federation-sketch";

/**
 * The warnings that no part repeats, since none sees what they are about: the parts themselves show all others.
 */
export function federationWarnings(args: AccountFederationArgs, plan: AccountFederationPlan): Problem[] {
  const problems = [
    ...namingProblems(args.naming ?? {}),
    ...plan.roles.flatMap(appRoleProblems),
    ...sessionNamesProblems(plan),
    ...boundaryProblems(plan),
  ];
  return problems.filter(({ severity }) => severity === "warning");
}

/** Every problem of a federation and of its parts, under the names that its arguments have. */
export function federationProblems(args: AccountFederationArgs, plan: AccountFederationPlan, now: Date): Problem[] {
  return [
    ...accountProblems(args.account),
    ...roleModeProblems(args),
    // A claim that nobody gave follows from the roles, whose maxima are judged by themselves.
    ...renamed(
      enterpriseApplicationProblems({ ...plan.application, sessionDuration: args.sessionDuration }),
      applicationProperties,
    ),
    ...roleNamesProblems(
      plan.roles.map(({ role }) => role.roleName),
      "roles",
    ),
    ...plan.roles.flatMap(roleProblems),
    ...groupNamesProblems(plan.roles),
    ...sessionProblems(args, plan),
    ...sessionNamesProblems(plan),
    ...providerProblems(args, plan, now),
    ...provisioningProblems(plan),
    ...existingArgumentProblems(args, plan),
    ...boundaryProblems(plan),
    ...protectedProblems(args),
    ...conditionalAccessProblems(plan),
    ...tagProblems(Object.fromEntries(plainEntries(args.tags)), "tags"),
  ];
}

const defaultSource = SessionNameSource.UserPrincipalName;

const applicationProperties: ReadonlyMap<string, string> = new Map([
  ["displayName", "naming.application"],
  ["claimsPolicyName", "naming.claimsPolicy"],
]);

const boundaryProperties: ReadonlyMap<string, string> = new Map([["policyName", "naming.boundary"]]);

const policyProperties: ReadonlyMap<string, string> = new Map([
  ["displayName", "naming.conditionalAccessPolicy"],
  ["state", "conditionalAccess.state"],
]);

function renamed(problems: readonly Problem[], properties: ReadonlyMap<string, string>): Problem[] {
  return problems.map((problem) => ({ ...problem, property: properties.get(problem.property) ?? problem.property }));
}

function appRoleProblems({ key, arn, role: { samlProviderArn }, appRole }: AccountRolePlan): Problem[] {
  return [
    ...appRoleValueProblems({ roleArn: arn, samlProviderArn }, `roles.${key}`),
    ...displayNameProblems(appRole.name, "naming.appRole"),
  ];
}

function roleProblems(plan: AccountRolePlan): Problem[] {
  const { key, role, group, bounded } = plan;
  const property = `roles.${key}`;
  // The federation's own boundary is judged once, where it is made.
  const settings = bounded ? { ...role, permissionsBoundary: undefined } : role;
  return [
    ...(role.existingRoleArn === undefined ? roleNameProblems(role.roleName, property) : []),
    ...under(property, roleSettingsProblems(settings, role.account)),
    ...appRoleProblems(plan),
    ...(group.displayName === undefined ? [] : displayNameProblems(group.displayName, `${property}.groupName`)),
    ...objectIdRecordProblems(group.members, `${property}.members`),
    ...objectIdListProblems(group.owners, `${property}.owners`),
  ];
}

function groupNamesProblems(roles: readonly AccountRolePlan[]): Problem[] {
  const names = roles.map(({ group }) => group.displayName?.toLowerCase());
  return roles.flatMap(({ key, group }, index) => {
    if (group.displayName === undefined || names.indexOf(group.displayName.toLowerCase()) === index) return [];
    const expected = "a group of its own for each role";
    const property = `roles.${key}.groupName`;
    return [error({ code: "group-names-collide", property, given: shown(group.displayName), expected })];
  });
}

function sessionProblems({ sessionDuration }: AccountFederationArgs, { roles }: AccountFederationPlan): Problem[] {
  if (sessionDuration === undefined) return [];
  const maxima = roles.map(({ role }) => [role.roleName, role.maxSessionDuration ?? 3600] as const);
  // The claim's own range has been judged with the application.
  return sessionDurationProblems(sessionDuration, Object.fromEntries(maxima), "sessionDuration").filter(
    ({ code }) => code === "session-duration-over-role",
  );
}

// Only keys that look like one are user principal names.
function sessionNamesProblems({ application, roles }: AccountFederationPlan): Problem[] {
  if ((application.sessionNameSource ?? defaultSource) !== defaultSource) return [];
  return roles.flatMap(({ key, group }) =>
    Object.keys(group.members ?? {})
      .filter((member) => member.includes("@"))
      .flatMap((member) => sessionNameProblems(member, `roles.${key}.members.${member}`)),
  );
}

function providerProblems({ metadata }: AccountFederationArgs, plan: AccountFederationPlan, now: Date): Problem[] {
  const name = plan.provider?.providerName;
  return [
    ...(name === undefined ? [] : samlProviderNameProblems(name, "naming.samlProvider")),
    ...(isPlain(metadata?.xml) ? metadataProblems(metadata.xml, now, "metadata.xml") : []),
  ];
}

// Beside a boundary, which protects the user, the name is judged there.
function provisioningProblems({ provisioningUser, boundary }: AccountFederationPlan): Problem[] {
  if (provisioningUser?.userName === undefined || boundary !== undefined) return [];
  return userNameProblems(provisioningUser.userName, "naming.provisioningUser");
}

function boundaryProblems({ boundary, roles }: AccountFederationPlan): Problem[] {
  if (boundary === undefined) return [];
  return [
    ...renamed(federationBoundaryProblems(boundary), boundaryProperties),
    ...userNameProblems(boundary.provisioningUserName ?? "", "naming.provisioningUser"),
    // An existing role's own boundary is told by the lookup.
    ...roles.filter(({ bounded, role }) => !bounded && role.existingRoleArn === undefined).map(unboundedRole),
  ];
}

function protectedProblems({ protectFederation, protectedRoles = [] }: AccountFederationArgs): Problem[] {
  const problems = protectedRolesProblems(protectedRoles, "protectedRoles");
  if (protectedRoles.length === 0 || protectFederation === true) return problems;
  const given = `${protectedRoles.length} without protectFederation`;
  const expected = "protectFederation: true, whose boundary is what protects them";
  return [
    ...problems,
    error({ code: "protected-roles-without-boundary", property: "protectedRoles", given, expected }),
  ];
}

function unboundedRole({ key }: AccountRolePlan): Problem {
  return warning({
    code: "role-not-protected",
    property: `roles.${key}.permissionsBoundary`,
    given: "a boundary of its own",
    expected: "none beside protectFederation: this role may change the federation as far as its own boundary lets it",
  });
}

function conditionalAccessProblems({ conditionalAccess, roles }: AccountFederationPlan): Problem[] {
  if (conditionalAccess === undefined) return [];
  return [
    ...conditionalAccessScopeProblems(roles.length, "conditionalAccess"),
    ...renamed(consoleMfaSettingsProblems(conditionalAccess), policyProperties),
    ...objectIdListProblems(conditionalAccess.excludedGroupObjectIds, "conditionalAccess.excludedGroupIds"),
  ];
}
