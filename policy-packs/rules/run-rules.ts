import { shown } from "#core/problems";
import { gatherFacts, type StackFacts } from "./facts";
import type { Finding } from "./finding";
import type { Rule, RuleSettings, Verdict } from "./rule";
import type { StackResource } from "./stack-resource";

/** Settings by rule id and option, as they come from a configuration file: nothing about them is trusted. */
export type Configuration = Readonly<Record<string, unknown>>;

/**
 * Runs each rule over the stack.
 *
 * Nothing that a rule or a resource does ends the run: a rule that throws is a finding of its own (`failed`), and the
 * other rules still judge. Findings come in the order of the list of rules.
 *
 * @param configuration options by rule id; what is not there has the rule's own default.
 */
export function runRules(
  rules: readonly Rule[],
  resources: readonly StackResource[],
  configuration: Configuration = {},
): readonly Finding[] {
  const stack = gatherFacts(resources);
  const strangers = Object.keys(configuration).filter((id) => !rules.some((rule) => rule.id === id));
  return [
    ...strangers.map((id) => misconfigured(id, "high", `no rule has the id ${shown(id)}`, knownIds(rules))),
    ...rules.flatMap((rule) => runRule(rule, stack, configuration[rule.id])),
  ];
}

function runRule(rule: Rule, stack: StackFacts, configured: unknown): readonly Finding[] {
  const { settings, problems } = settingsOf(rule, configured);
  if (problems.length > 0) {
    return problems.map((problem) => misconfigured(rule.id, rule.severity, problem, optionNames(rule)));
  }
  if (rule.kind === "stack") return judged(rule, () => rule.judge(stack, settings));
  return rule.types
    .flatMap((type) => stack.ofType(type))
    .flatMap((resource) => judged(rule, () => rule.judge(resource, settings), resource));
}

/** The findings of one call of a rule; what it throws is about `resource`, when it judged one. */
function judged(rule: Rule, judge: () => readonly Verdict[], resource?: StackResource): readonly Finding[] {
  try {
    return judge().map((verdict) => ({
      rule: rule.id,
      outcome: verdict.outcome,
      severity: rule.severity,
      resource: namesOf(verdict.resource),
      property: verdict.property,
      message: verdict.message,
      remedy: verdict.remedy ?? rule.fix,
    }));
  } catch (error) {
    // Only the kind of the error: its message may repeat a secret that the rule has read.
    const kind = error instanceof Error ? error.name : typeof error;
    return [
      {
        rule: rule.id,
        outcome: "failed",
        severity: rule.severity,
        ...(resource && { resource: namesOf(resource) }),
        message: `it ended with ${kind}, so nothing is known about ${resource ? "this resource" : "this stack"}`,
        remedy: "Report it as a defect of the rule; until it is mended, review by hand what the rule is about.",
      },
    ];
  }
}

function namesOf({ urn, type, name }: StackResource): NonNullable<Finding["resource"]> {
  return { urn, type, name };
}

function settingsOf(rule: Rule, configured: unknown): { settings: RuleSettings; problems: readonly string[] } {
  if (configured !== undefined && (typeof configured !== "object" || configured === null)) {
    return { settings: {}, problems: ["its configuration is not an object"] };
  }
  const given = new Map<string, unknown>(Object.entries(configured ?? {}));
  const problems: string[] = [];
  const settings: Record<string, string> = {};
  for (const [name, option] of Object.entries(rule.options)) {
    const value = given.get(name) ?? option.default;
    given.delete(name);
    const expected = typeof value === "string" ? option.expected?.(value) : "a text";
    if (typeof value === "string" && expected === undefined) settings[name] = value;
    else problems.push(`its option “${name}” must be ${expected ?? "a text"}`);
  }
  for (const name of given.keys()) problems.push(`it has no option ${shown(name)}`);
  return { settings, problems };
}

function misconfigured(rule: string, severity: Finding["severity"], message: string, remedy: string): Finding {
  return { rule, outcome: "failed", severity, message, remedy };
}

function knownIds(rules: readonly Rule[]): string {
  return `Correct the policy configuration. The rules are: ${rules.map((rule) => rule.id).join(", ")}.`;
}

function optionNames(rule: Rule): string {
  const names = Object.keys(rule.options);
  return `Correct the policy configuration. The rule's options: ${names.length > 0 ? names.join(", ") : "none"}.`;
}
