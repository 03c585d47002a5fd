import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import { policyNameProblems, roleNameProblems, samlProviderNameProblems } from "#core/aws";
import { type Problem, shown } from "#core/problems";
import type { StackResource } from "../../facts";
import type { ResourceRule, RuleOption, RuleSettings, Verdict } from "../rule";

type Options = Record<"roles" | "samlProviders" | "policies", RuleOption<readonly string[]>>;

interface Kind {
  readonly type: string;
  readonly noun: string;
  readonly option: keyof Options;
  readonly problems: (name: string, property: string) => readonly Problem[];
}

const kinds: readonly Kind[] = [
  { type: "aws:iam/role:Role", noun: "role", option: "roles", problems: roleNameProblems },
  {
    type: "aws:iam/samlProvider:SamlProvider",
    noun: "SAML provider",
    option: "samlProviders",
    problems: samlProviderNameProblems,
  },
  { type: "aws:iam/policy:Policy", noun: "policy", option: "policies", problems: policyNameProblems },
];

const property = "name";

const patterns = (noun: string): RuleOption<readonly string[]> => ({
  description: `What the name of a ${noun} may look like, in which * stands for any text and ? for one character.`,
  default: ["*"],
  expected: (list) => (list.length === 0 || list.includes("") ? "at least one pattern, none of them empty" : undefined),
});

export const namingAws: ResourceRule<Options> = {
  kind: "resource",
  id: "naming-aws",
  title: "Roles, SAML providers and policies have names that IAM takes and the house uses",
  severity: "low",
  why: "Permissions, boundaries and alarms name roles and policies by pattern. What is named otherwise is outside of all of them, and a name that IAM refuses is found out in the middle of an update.",
  fix: "Name it by one of the configured patterns, in letters, digits and the few signs that IAM allows.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"],
  frameworks: [],
  options: { roles: patterns("role"), samlProviders: patterns("SAML provider"), policies: patterns("policy") },
  types: kinds.map(({ type }) => type),
  judge(resource, settings) {
    const kind = kinds.find(({ type }) => type === resource.type);
    return kind === undefined ? [] : judgeName(resource, kind, settings);
  },
};

function judgeName(resource: StackResource, kind: Kind, settings: RuleSettings<Options>): readonly Verdict[] {
  const { noun, option, problems } = kind;
  const wanted = settings[option];
  const reading = resource.read(property);
  if (reading.kind === "unknown") {
    if (wanted.includes("*")) return [];
    const message = `the ${noun}'s name is known only after the update, so it cannot be compared with the patterns`;
    return [{ outcome: "undetermined", resource, property: reading.property, message, remedy: nameFromConfig }];
  }
  if (reading.kind === "absent" || typeof reading.value !== "string") return [];
  const name = reading.value;
  const [illegal] = problems(name, property);
  if (illegal !== undefined) {
    const message = `IAM does not take ${shown(name)} as the name of a ${noun}: expected are ${illegal.expected}`;
    return [{ outcome: "violation", resource, property, message }];
  }
  if (wanted.some((pattern) => matchesWildcard(parsePattern(pattern), name))) return [];
  const forms = wanted.map((pattern) => shown(pattern)).join(" or ");
  const message = `the ${noun} ${shown(name)} is not named ${forms}`;
  return [{ outcome: "violation", resource, property, message }];
}

const nameFromConfig =
  "Build the name from values that are known before the update (configuration, constants), not from another resource's outputs.";
