import { parseArn, parseIamResource } from "#core/aws";
import { defaultNaming, namingProblems, readingsOf } from "#core/naming";
import { perStack, type StackFacts, type StackResource } from "../../facts";
import {
  accessGroups,
  administratorPolicies,
  type AssignmentFact,
  rolesOfAppRole,
  textOf,
} from "../../facts/federation";
import { principals } from "../../facts/iam";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly groups: RuleOption<string>;
  readonly administratorRoles: RuleOption<readonly string[]>;
  readonly pattern: RuleOption<string>;
}

const property = "assignableToRole";

export const groupProtected: StackRule<Options> = {
  kind: "stack",
  id: "group-protected",
  title: "A group that makes administrators of AWS is role-assignable",
  severity: "medium",
  why: "Members of an ordinary group are changed by every groups administrator, every user administrator, and every application with Group.ReadWrite.All. Of a role-assignable group only privileged role administrators and the group's owners may, so nobody becomes an administrator of AWS by a lesser role in Entra.",
  fix: "Make the group anew with assignableToRole: true, which cannot be changed later, and let it be assigned the app role in place of the old one.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept"],
  frameworks: [],
  options: {
    groups: {
      description:
        "Which groups are judged: those that give the role of an administrator, or all that give a role in AWS.",
      default: "administrators",
      expected: (given) => (["administrators", "all"].includes(given) ? undefined : "“administrators” or “all”"),
    },
    administratorRoles: {
      description: "Names of the roles that are administrators beside those that may do everything.",
      default: ["Administrator"],
    },
    pattern: {
      description: "The pattern of groups' names, by which the role is read where Entra's import writes the app roles.",
      default: defaultNaming.group,
      expected: (given) => namingProblems({ group: given }).find(({ severity }) => severity === "error")?.expected,
    },
  },
  judge(stack, settings) {
    return [...accessGroups(stack)].flatMap(([group, given]) => {
      const makes = settings.groups === "all" ? "yes" : makesAdministrators(stack, group, given, settings);
      return makes === "no" ? [] : judgeGroup(group, makes, settings.groups === "all");
    });
  },
};

type Answer = "yes" | "no" | "unknown";

function judgeGroup(group: StackResource, makes: "yes" | "unknown", all: boolean): readonly Verdict[] {
  const reading = group.read(property);
  if (reading.kind === "known" && reading.value === true) return [];
  if (makes === "unknown") {
    const message = "whether the group makes administrators of AWS is not known: nothing here says which role it gives";
    const remedy = "Name the group by the convention, make it role-assignable, or assign it an app role of this stack.";
    return [{ outcome: "undetermined", resource: group, message, remedy }];
  }
  const what = all ? "gives a role in AWS" : "makes administrators of AWS";
  if (reading.kind === "unknown") {
    const message = `the group ${what}, and whether it is role-assignable is known only after the update`;
    const remedy = "Give assignableToRole as a constant.";
    return [{ outcome: "undetermined", resource: group, property: reading.property, message, remedy }];
  }
  const message = `the group ${what}, but is not role-assignable, so that administrators of groups and users change its members`;
  return [{ outcome: "violation", resource: group, property, message }];
}

function makesAdministrators(
  stack: StackFacts,
  group: StackResource,
  given: readonly AssignmentFact[],
  settings: RuleSettings<Options>,
): Answer {
  const answers = given.map((assignment) => givesAdministrator(stack, group, assignment, settings));
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

function givesAdministrator(
  stack: StackFacts,
  group: StackResource,
  { appRole, givesAws }: AssignmentFact,
  { administratorRoles, pattern }: RuleSettings<Options>,
): Answer {
  if (givesAws === "no") return "no";
  const names = administratorRoles.map((name) => name.toLowerCase());
  if (appRole?.leadsTo.kind === "aws") {
    const arn = parseArn(appRole.leadsTo.roleArn);
    const name = (arn && parseIamResource(arn)?.name) ?? "";
    const mayDoAll = rolesOfAppRole(stack, appRole).some((role) => administrators(stack).has(role));
    return mayDoAll || names.includes(name.toLowerCase()) ? "yes" : "no";
  }
  const readings = [...readingsOf("group", textOf(group, "displayName") ?? "", { overrides: { group: pattern } })];
  if (readings.length === 0) return "unknown";
  return readings.some(({ role = "" }) => names.includes(role.toLowerCase())) ? "yes" : "no";
}

/** Roles of the stack that are known to be allowed everything. */
const administrators = perStack(
  (stack): ReadonlySet<StackResource> =>
    new Set(
      principals(stack)
        .filter((principal) => administratorPolicies(principal).some(({ allows }) => allows === "yes"))
        .map(({ resource }) => resource),
    ),
);
