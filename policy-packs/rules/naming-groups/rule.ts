import { parseAppRoleValue } from "#core/entra";
import { defaultNaming, matchesPattern, namingProblems } from "#core/naming";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import type { RuleOption, StackRule, Verdict } from "../rule";

const groupType = "azuread:index/group:Group";
const assignmentType = "azuread:index/appRoleAssignment:AppRoleAssignment";
const appRoleType = "azuread:index/applicationAppRole:ApplicationAppRole";

export const namingGroups: StackRule<{ pattern: RuleOption<string> }> = {
  kind: "stack",
  id: "naming-groups",
  title: "A group that gives a role in AWS is named for the account and the role",
  severity: "medium",
  why: "Who may become what in which account is read from group names: in access reviews, in My Access, in sign-in logs. A group that gives access under another name is not found there, and one that has the name without the form promises access that nobody can place.",
  fix: "Name the group by the convention, or take the app role from it; a group that has nothing to do with AWS needs another prefix.",
  references: [
    "https://learn.microsoft.com/en-us/azure/architecture/reference-architectures/aws/aws-azure-ad-security",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial",
  ],
  frameworks: [],
  options: {
    pattern: {
      description: "The group's name, with {company}, {account}, {accountId} and {role} as in the naming convention.",
      default: defaultNaming.group,
      expected: (pattern) =>
        namingProblems({ group: pattern }).find((problem) => problem.severity === "error")?.expected,
    },
  },
  judge(stack, { pattern }) {
    const assigned = groupsWithRoleInAws(stack);
    return stack.ofType(groupType).flatMap((group) => judgeGroup(group, assigned.has(group.urn), pattern));
  },
};

function judgeGroup(group: StackResource, assigned: boolean, pattern: string): readonly Verdict[] {
  const property = "displayName";
  const reading = group.read(property);
  if (reading.kind === "unknown") {
    const message = "the group's name is known only after the update, so it cannot be compared with the convention";
    return [{ outcome: "undetermined", resource: group, property: reading.property, message, remedy: nameFromConfig }];
  }
  const name = reading.kind === "known" && typeof reading.value === "string" ? reading.value : "";
  if (!assigned && !hasPrefix(name, pattern)) return [];
  if (matchesPattern("group", name, { overrides: { group: pattern } }) !== undefined) return [];
  const reason = assigned ? "gives a role in AWS" : "has the prefix of groups that give a role in AWS";
  const message = `the group ${shown(name)} ${reason}, but its name is not of the form ${shown(pattern)}`;
  return [{ outcome: "violation", resource: group, property, message }];
}

const nameFromConfig =
  "Build the name from values that are known before the update (configuration, constants), not from another resource's outputs.";

/** Entra compares group names without regard to case, and so does who reads them. */
function hasPrefix(name: string, pattern: string): boolean {
  const prefix = pattern.slice(0, pattern.indexOf("{")).toLowerCase();
  return prefix !== "" && name.toLowerCase().startsWith(prefix);
}

/** URNs of the groups that an app role is assigned to. An app role that is known not to be a role in AWS does not count. */
function groupsWithRoleInAws(stack: StackFacts): ReadonlySet<string> {
  const urns = new Set<string>();
  for (const assignment of stack.ofType(assignmentType)) {
    const group = stack.target(assignment, "principalObjectId", groupType, "objectId");
    if (group === undefined) continue;
    const appRole = stack.target(assignment, "appRoleId", appRoleType, "roleId");
    if (appRole === undefined || mayBeRoleInAws(appRole)) urns.add(group.urn);
  }
  return urns;
}

function mayBeRoleInAws(appRole: StackResource): boolean {
  const value = appRole.read("value");
  if (value.kind === "unknown") return true;
  return value.kind === "known" && typeof value.value === "string" && parseAppRoleValue(value.value) !== undefined;
}
