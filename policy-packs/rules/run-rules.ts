import { gatherFacts, type StackFacts, type StackResource, type Surroundings } from "../facts";
import { applyWaivers } from "./apply-waivers";
import { readConfiguration, type Configuration, type ConfigurationProblem, type RulePlan } from "./configuration";
import type { Finding } from "./finding";
import { fingerprint } from "./fingerprint";
import { configurationRule, waiversRule } from "./own-rules";
import type { Rule, RuleMetadata, Verdict } from "./rule";
import type { Waivers } from "./waiver";

const none: Waivers = { waivers: [], problems: [] };

type Unmarked = Omit<Finding, "fingerprint">;

/**
 * Runs each rule over the stack.
 *
 * Nothing that a rule or a resource does ends the run: a rule that throws is a finding of its own (`failed`), and the
 * other rules still judge. First comes what is wrong with the configuration, then the findings in the order of the list
 * of rules, last what is wrong with the waivers.
 */
export function runRules(
  rules: readonly Rule[],
  resources: readonly StackResource[],
  surroundings: Surroundings,
  configuration: Configuration = {},
  waivers: Waivers = none,
): readonly Finding[] {
  return judgeStack(rules, gatherFacts(resources, surroundings), configuration, waivers);
}

/** As `runRules`, over facts that are there already. */
export function judgeStack(
  rules: readonly Rule[],
  stack: StackFacts,
  configuration: Configuration = {},
  waivers: Waivers = none,
): readonly Finding[] {
  const plan = readConfiguration(rules, configuration);
  const found = plan.rules.flatMap((planned) =>
    runRule(planned, stack).map((finding) =>
      finding.outcome === "undetermined" ? { ...finding, level: plan.undetermined } : finding,
    ),
  );
  const ids = rules.map(({ id }) => id);
  const { findings, ofWaivers } = applyWaivers(found, waivers, ids);
  return withFingerprints([
    ...plan.problems.map(misconfigured),
    ...findings,
    ...ofWaivers.map((finding) => ({ ...said(waiversRule), remedy: waiversRule.fix, ...finding })),
  ]);
}

function runRule(plan: RulePlan, stack: StackFacts): readonly Unmarked[] {
  const { rule, settings } = plan;
  if (rule.kind === "stack") return judged(plan, () => rule.judge(stack, settings));
  return rule.types
    .flatMap((type) => stack.ofType(type))
    .flatMap((resource) => judged(plan, () => rule.judge(resource, settings, stack), resource));
}

/** The findings of one call of a rule; what it throws is about `resource`, when it judged one. */
function judged(
  { rule, level }: RulePlan,
  judge: () => readonly Verdict[],
  resource?: StackResource,
): readonly Unmarked[] {
  try {
    return judge().map((verdict) => ({
      ...said(rule),
      level,
      outcome: verdict.outcome,
      ...(verdict.resource && { resource: namesOf(verdict.resource) }),
      ...(verdict.property !== undefined && { property: verdict.property }),
      message: verdict.message,
      remedy: verdict.remedy ?? rule.fix,
    }));
  } catch (error) {
    // Only the kind of the error: its message may repeat a secret that the rule has read.
    const kind = error instanceof Error ? error.name : typeof error;
    return [
      {
        ...said(rule),
        level: "mandatory",
        outcome: "failed",
        ...(resource && { resource: namesOf(resource) }),
        message: `it ended with ${kind}, so nothing is known about ${resource ? "this resource" : "this stack"}`,
        remedy: "Report it as a defect of the rule; until it is mended, review by hand what the rule is about.",
      },
    ];
  }
}

function misconfigured({ rule, message, remedy }: ConfigurationProblem): Unmarked {
  return { ...said(rule ?? configurationRule), level: "mandatory", outcome: "failed", message, remedy };
}

function said({ id, title, severity, why, references, frameworks }: RuleMetadata) {
  return { rule: id, title, severity, why, references, frameworks };
}

function namesOf({ urn, type, name }: StackResource): NonNullable<Finding["resource"]> {
  return { urn, type, name };
}

/** Two findings of one rule at one property are told apart by their order. */
function withFingerprints(findings: readonly Unmarked[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = [finding.rule, finding.resource?.urn ?? "", finding.property ?? ""];
    const key = JSON.stringify(place);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...finding, fingerprint: fingerprint(before === 0 ? place : [...place, String(before)]) };
  });
}
