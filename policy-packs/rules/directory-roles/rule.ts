import { highlyPrivilegedRoles } from "#core/entra/conditional-access/coverage";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import { groupTypes, pointedTo, type Pointed, resourceTypes, textOf } from "../../facts/federation";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly breakGlass: RuleOption<readonly string[]>;
  readonly fewest: RuleOption<number>;
  readonly most: RuleOption<number>;
}

/** A built-in role that can take the tenant over (`tier0`), or a large part of it. */
interface PrivilegedRole {
  readonly name: string;
  readonly tier0: boolean;
}

/** Of those that follow, the ones that cannot give themselves another. */
const notTier0: readonly string[] = ["User Administrator", "Exchange Administrator", "SharePoint Administrator"];

/**
 * By template id: those that ScubaGear calls highly privileged, and two more that can take these.
 * Ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference.
 */
const privilegedRoles: ReadonlyMap<string, PrivilegedRole> = new Map(
  Object.entries({
    ...highlyPrivilegedRoles,
    "Privileged Authentication Administrator": "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
    "Partner Tier2 Support": "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8",
  }).map(([name, id]) => [id, { name, tier0: !notTier0.includes(name) }]),
);

const globalAdministrator = "Global Administrator";

/** How a role is given: where role and principal stand, and whether it is held for good. */
interface Kind {
  readonly type: string;
  readonly role: string;
  readonly principal: string;
  readonly active: boolean;
}

const kinds: readonly Kind[] = [
  {
    type: "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment",
    role: "roleId",
    principal: "principalObjectId",
    active: true,
  },
  {
    type: "azuread:index/directoryRoleMember:DirectoryRoleMember",
    role: "roleObjectId",
    principal: "memberObjectId",
    active: true,
  },
  {
    type: "azuread:index/directoryRoleEligibilityScheduleRequest:DirectoryRoleEligibilityScheduleRequest",
    role: "roleDefinitionId",
    principal: "principalId",
    active: false,
  },
];

const count = (description: string, value: number): RuleOption<number> => ({
  description,
  default: value,
  expected: (given) => (Number.isInteger(given) && given >= 0 ? undefined : "a whole number, 0 or more"),
});

export const directoryRoles: StackRule<Options> = {
  kind: "stack",
  id: "directory-roles",
  title: "Privileged directory roles are eligible, held by people, and by few",
  severity: "high",
  scope: "tenant",
  why: "Who holds a privileged role for good loses the tenant with one stolen token. A service principal has no MFA and no approval, so one of its secrets is as good as the role; and with one global administrator the tenant is one lost phone away from nobody.",
  fix: "Make the role eligible by a DirectoryRoleEligibilityScheduleRequest, give service principals single Graph permissions, and keep two to eight global administrators.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: ["ScubaGear MS.AAD.7.1v1", "ScubaGear MS.AAD.7.4v1"],
  options: {
    breakGlass: {
      description: "Accounts for emergencies, by object id or user principal name, which hold their role for good.",
      default: [],
    },
    fewest: count("How many global administrators there are at least.", 2),
    most: count("How many global administrators there are at most.", 8),
  },
  judge(stack, settings) {
    const grants = kinds.flatMap((kind) => stack.ofType(kind.type).map((resource) => grantOf(stack, resource, kind)));
    return [...grants.flatMap((grant) => judgeGrant(stack, grant, settings)), ...judgeCount(grants, settings)];
  },
};

interface Grant {
  readonly resource: StackResource;
  readonly kind: Kind;
  readonly role: PrivilegedRole | "unknown" | undefined;
  readonly principal: StackResource | undefined;
  /** What the principal may be called by: its id, or what the stack says of it. */
  readonly names: readonly string[];
}

const directoryRoleTypes = [
  ["azuread:index/directoryRole:DirectoryRole", "templateId"],
  ["azuread:index/directoryRole:DirectoryRole", "objectId"],
] as const satisfies readonly Pointed[];

const customRoleType = "azuread:index/customDirectoryRole:CustomDirectoryRole";

const principalTypes = [
  [resourceTypes.user, "objectId"],
  [resourceTypes.servicePrincipal, "objectId"],
  ...groupTypes,
] as const satisfies readonly Pointed[];

function grantOf(stack: StackFacts, resource: StackResource, kind: Kind): Grant {
  const principal = pointedTo(stack, resource, kind.principal, principalTypes);
  const own = principal === undefined ? [] : ["objectId", "userPrincipalName"].map((name) => textOf(principal, name));
  const names = [textOf(resource, kind.principal), ...own].filter((name) => name !== undefined);
  return { resource, kind, role: roleOf(stack, resource, kind.role), principal, names };
}

function roleOf(stack: StackFacts, resource: StackResource, property: string): Grant["role"] {
  const made = pointedTo(stack, resource, property, directoryRoleTypes);
  if (made !== undefined) {
    const [template, name] = [textOf(made, "templateId"), textOf(made, "displayName")?.toLowerCase()];
    if (template !== undefined) return privilegedRoles.get(template.toLowerCase());
    if (name === undefined) return "unknown";
    return [...privilegedRoles.values()].find((role) => role.name.toLowerCase() === name);
  }
  if (stack.target(resource, property, customRoleType, "objectId") !== undefined) return undefined;
  const reading = resource.read(property);
  if (reading.kind === "unknown") return "unknown";
  return privilegedRoles.get(textOf(resource, property)?.toLowerCase() ?? "");
}

function judgeGrant(stack: StackFacts, grant: Grant, { breakGlass }: RuleSettings<Options>): readonly Verdict[] {
  const { resource, kind, role, principal, names } = grant;
  if (role === undefined) return [];
  if (role === "unknown") {
    const message = "which directory role is given is known only after the update";
    const remedy = "Name the role by its template id, which is the same in every tenant.";
    return [{ outcome: "undetermined", resource, property: kind.role, message, remedy }];
  }
  if (principal?.type === resourceTypes.servicePrincipal) {
    if (!role.tier0) return [];
    const message = `the service principal ${shown(principal.name)} has the role ${role.name}, which is as good as the tenant`;
    return [{ outcome: "violation", resource, property: kind.principal, message }];
  }
  if (!kind.active || (principal !== undefined && hasEligibleMembers(stack, principal))) return [];
  const exempt = breakGlass.map((name) => name.toLowerCase());
  if (names.some((name) => exempt.includes(name.toLowerCase()))) return [];
  if (names.length === 0 && exempt.length > 0) {
    const message = `who holds the role ${role.name} for good is known only after the update`;
    const remedy =
      "Name the break-glass account by its user principal name, in a stack that makes it, or by its object id.";
    return [{ outcome: "undetermined", resource, property: kind.principal, message, remedy }];
  }
  const message = `the role ${role.name} is held for good, not eligible`;
  return [{ outcome: "violation", resource, property: kind.role, message }];
}

/** Whether people are eligible for a group, so that the group may hold its role for good. */
function hasEligibleMembers(stack: StackFacts, group: StackResource): boolean {
  return stack
    .ofType("azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule")
    .some((schedule) => pointedTo(stack, schedule, "groupId", groupTypes) === group);
}

/** Nothing where the stack gives the role to nobody: then it is kept elsewhere. */
function judgeCount(grants: readonly Grant[], { fewest, most }: RuleSettings<Options>): readonly Verdict[] {
  const people = grants.filter(
    ({ role, principal }) =>
      typeof role === "object" &&
      role.name === globalAdministrator &&
      principal?.type !== resourceTypes.servicePrincipal,
  );
  const held = new Set(people.map(({ principal, names, resource }) => principal?.urn ?? names[0] ?? resource.urn));
  if (held.size === 0 || (held.size >= fewest && held.size <= most)) return [];
  const message = `the stack makes ${held.size} global administrator${held.size === 1 ? "" : "s"}; ${fewest} to ${most} are expected`;
  return [{ outcome: "violation", message }];
}
