import { type Arn, parseArn, parseIamResource } from "#core/aws";
import type { RoleAndProvider } from "#core/entra";
import { defaultNaming, matchesPattern, namingProblems, readingsOf } from "#core/naming";
import { shown } from "#core/problems";
import { perStack, type StackFacts, type StackResource } from "../../facts";
import {
  type AppRoleFact,
  appRoles,
  type AssignmentFact,
  assignments,
  federatedRolesByResource,
  resourceByArn,
  resourceTypes,
  rolesOfAppRole,
  textOf,
  type TrustedProvider,
} from "../../facts/federation";
import { type DocumentFact, principals } from "../../facts/iam";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly group: RuleOption<string>;
  readonly application: RuleOption<string>;
}

const pattern = (kind: "group" | "application"): RuleOption<string> => ({
  description: `The pattern of the ${kind}'s name in the naming convention, by which its account is read.`,
  default: defaultNaming[kind],
  expected: (given) => namingProblems({ [kind]: given }).find(({ severity }) => severity === "error")?.expected,
});

export const federationPairsMatch: StackRule<Options> = {
  kind: "stack",
  id: "federation-pairs-match",
  title: "Group, app role, role and SAML provider of a federation belong together",
  severity: "high",
  why: "Who gets which role is written in three places that no cloud compares: the group's name, the app role's value, the role's trust policy. Where they differ, people read one role and get another, or nobody gets in and no error says why.",
  fix: "Give the app role the ARNs of the role and of the SAML provider that this role trusts, in one account, and assign it to the group that is named for it.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial"],
  frameworks: [],
  options: { group: pattern("group"), application: pattern("application") },
  judge(stack, settings) {
    const accounts = accountNames(stack, settings);
    return [
      ...appRoles(stack).flatMap((appRole) => judgeAppRole(stack, appRole)),
      ...repeatedValues(appRoles(stack)),
      ...assignments(stack).flatMap((assignment) => judgeGroupName(assignment, settings, accounts)),
      ...repeatedAssignments(assignments(stack)),
    ];
  },
};

function judgeAppRole(stack: StackFacts, appRole: AppRoleFact): readonly Verdict[] {
  const { resource, property, leadsTo, value = "" } = appRole;
  if (leadsTo.kind === "unknown") {
    const message = "which role in AWS the app role leads to is known only after the update";
    return [{ outcome: "undetermined", resource, property, message, remedy: arnsFromConfig }];
  }
  if (leadsTo.kind === "aws") return judgePair(stack, appRole, leadsTo);
  if (!/:(role|saml-provider)\//.test(value)) return [];
  const message = `the app role's value ${shown(value)} is no pair of a role's ARN and a SAML provider's ARN`;
  return [{ outcome: "violation", resource, property, message }];
}

const roleArnFromRole = "Compute the app role's value from the role's own resource.";

const arnsFromConfig =
  "Build the ARNs of role and SAML provider from account id and names, which are known before the update.";

function judgePair(
  stack: StackFacts,
  appRole: AppRoleFact,
  { roleArn, samlProviderArn }: RoleAndProvider,
): readonly Verdict[] {
  const { resource, property } = appRole;
  const [role, provider] = [parseArn(roleArn), parseArn(samlProviderArn)];
  if (role?.accountId !== provider?.accountId || role?.partition !== provider?.partition) {
    const message = `the app role names a role and a SAML provider of two accounts: ${shown(roleArn)} and ${shown(samlProviderArn)}`;
    return [{ outcome: "violation", resource, property, message }];
  }
  const [made, ...others] = rolesOfAppRole(stack, appRole);
  const trust = made && trustOf(stack).get(made);
  if (others.length > 0) {
    const message = `which of the roles named ${shown(roleArn)} the app role leads to is known only after the update`;
    return [{ outcome: "undetermined", resource, property, message, remedy: roleArnFromRole }];
  }
  // A role of another stack, and a trust policy that cannot be read, are for others to judge.
  if (made === undefined || trust === undefined || trust.reading.kind === "malformed") return [];
  const providers = federatedRolesByResource(stack).get(made)?.providers ?? [];
  const wanted = resourceByArn(stack, resourceTypes.samlProvider, samlProviderArn);
  const trusts = providers.some(
    (each) => each.arn === samlProviderArn || (wanted !== undefined && each.resource === wanted),
  );
  if (trusts || isOfOtherAccount(made, providers, role)) return [];
  if (trust.reading.kind === "unknown") {
    const message = `whether the role ${shown(made.name)} trusts the SAML provider of its app role is known only after the update`;
    return [{ outcome: "undetermined", resource: made, property: trust.property, message, remedy: arnsFromConfig }];
  }
  const message = `the app role leads to the role ${shown(made.name)} by ${shown(samlProviderArn)}, which this role does not trust`;
  return [{ outcome: "violation", resource, property, message }];
}

const trustOf = perStack(
  (stack): ReadonlyMap<StackResource, DocumentFact> =>
    new Map(
      principals(stack).flatMap(({ resource, trust }) => (trust === undefined ? [] : [[resource, trust] as const])),
    ),
);

/** A role that was found by its name alone may be one of another account: its trust policy tells, since a role trusts providers of its own account alone. */
function isOfOtherAccount(made: StackResource, providers: readonly TrustedProvider[], role: Arn | undefined): boolean {
  const accounts = providers.flatMap(({ arn }) => parseArn(arn ?? "")?.accountId ?? []);
  return textOf(made, "arn") === undefined && accounts.length > 0 && !accounts.includes(role?.accountId ?? "");
}

/** The second of two app roles that lead to the same: an application cannot have both, and two applications are one too many. */
function repeatedValues(all: readonly AppRoleFact[]): readonly Verdict[] {
  const first = new Map<string, AppRoleFact>();
  return all.flatMap((appRole): readonly Verdict[] => {
    const { leadsTo, resource, property } = appRole;
    if (leadsTo.kind !== "aws") return [];
    const key = `${leadsTo.roleArn},${leadsTo.samlProviderArn}`;
    const other = first.get(key);
    first.set(key, other ?? appRole);
    if (other === undefined) return [];
    const message = `the app role leads to the same role by the same SAML provider as ${shown(other.resource.name)}`;
    return [{ outcome: "violation", resource, property, message }];
  });
}

/** A group that is not named by the convention says no role that could be another. */
function judgeGroupName(
  { resource, group, appRole }: AssignmentFact,
  settings: RuleSettings<Options>,
  accounts: ReadonlyMap<StackResource, string>,
): readonly Verdict[] {
  const name = group && textOf(group, "displayName");
  if (name === undefined || appRole?.leadsTo.kind !== "aws") return [];
  const arn = parseArn(appRole.leadsTo.roleArn);
  const role = (arn && parseIamResource(arn)?.name) ?? "";
  const account = appRole.application && accounts.get(appRole.application);
  const overrides = { group: settings.group };
  const known = { role, ...(arn && { accountId: arn.accountId }), ...(account !== undefined && { account }) };
  // The reading that should be there is looked for first: to find all takes long.
  if (matchesPattern("group", name, { overrides, known }) !== undefined) return [];
  const readings = [...readingsOf("group", name, { overrides })];
  // IAM takes names for one that differ in capitals alone.
  const fits = readings.some(
    (reading) =>
      (reading.role ?? role).toLowerCase() === role.toLowerCase() &&
      (reading.accountId ?? arn?.accountId) === arn?.accountId &&
      (account === undefined || (reading.account ?? account) === account),
  );
  if (readings.length === 0 || fits) return [];
  const of = account === undefined ? "" : ` of account ${shown(account)}`;
  const message = `the group ${shown(name)} gives the role ${shown(role)}${of}, which is not the one that it is named for`;
  return [{ outcome: "violation", resource, property: "appRoleId", message }];
}

/** Account names by application, of those that are named by the convention. */
function accountNames(stack: StackFacts, settings: RuleSettings<Options>): ReadonlyMap<StackResource, string> {
  const overrides = { application: settings.application };
  const applications = new Set(appRoles(stack).flatMap(({ application }) => application ?? []));
  return new Map(
    [...applications].flatMap((application) => {
      const account = matchesPattern("application", textOf(application, "displayName") ?? "", { overrides })?.account;
      return account === undefined ? [] : [[application, account] as const];
    }),
  );
}

function repeatedAssignments(all: readonly AssignmentFact[]): readonly Verdict[] {
  const seen = new Set<string>();
  return all.flatMap(({ resource, group, appRole }): readonly Verdict[] => {
    if (group === undefined || appRole?.leadsTo.kind !== "aws") return [];
    const key = `${group.urn} ${appRole.resource.urn} ${appRole.property}`;
    const again = seen.has(key);
    seen.add(key);
    if (!again) return [];
    const message = `the group ${shown(group.name)} is assigned to this app role twice`;
    return [{ outcome: "violation", resource, property: "appRoleId", message }];
  });
}
