import { didYouMean, shown } from "#core/problems";
import type { Level, Rule, RuleSettings, Scope } from "./rule";
import { anyLevel, isLevel, readRuleEntry } from "./rule-settings";

/**
 * What a configuration file says of the rules; nothing about it is trusted.
 *
 * `all`: the level of every rule · `undetermined`: the level of what cannot be determined, `advisory` or `mandatory` ·
 * `scopes`: what the stack is there for · `waivers`: path of the waivers' file, which is for whoever runs the rules ·
 * and by a rule's id a level, or an object with `level` and the rule's options.
 */
export type Configuration = Readonly<Record<string, unknown>>;

/** Why a configuration, or a rule's part of it, cannot be used. */
export interface ConfigurationProblem {
  /** Absent where the problem concerns no rule alone. */
  readonly rule?: Rule;
  readonly message: string;
  readonly remedy: string;
}

/** A rule that is to be run, and how its findings count. */
export interface RulePlan {
  readonly rule: Rule;
  readonly level: Exclude<Level, "disabled">;
  readonly settings: RuleSettings;
}

export interface RunPlan {
  readonly rules: readonly RulePlan[];
  readonly undetermined: Exclude<Level, "disabled">;
  readonly problems: readonly ConfigurationProblem[];
}

const scopes = ["account", "tenant", "monitoring"] as const satisfies readonly Scope[];
const reserved = ["all", "undetermined", "scopes", "waivers"];

/** Which rules are to be run and how. A rule whose entry cannot be used is not run by its defaults: it is a problem. */
export function readConfiguration(rules: readonly Rule[], given: Configuration): RunPlan {
  if (typeof given !== "object" || (given as Configuration | null) === null || Array.isArray(given)) {
    const problem = general(`it must be an object, not ${shown(given)}`, rules);
    return { ...readConfiguration(rules, {}), problems: [problem] };
  }
  const entries = new Map<string, unknown>(Object.entries(given));
  const problems = generalProblems(entries).map((message) => general(message, rules));
  const declared = declaredScopes(entries.get("scopes"));
  const all = entries.get("all");
  const planned: RulePlan[] = [];
  for (const rule of rules) {
    const entry = readRuleEntry(rule, entries.get(rule.id));
    const level = entry.level ?? (isLevel(all) ? all : defaultLevel(rule));
    problems.push(...entry.problems.map((message) => ofRule(rule, message)));
    if (level === "disabled" || entry.problems.length > 0) continue;
    if (rule.scope === undefined || declared.has(rule.scope)) planned.push({ rule, level, settings: entry.settings });
  }
  const known = [...reserved, ...rules.map(({ id }) => id)];
  const strangers = [...entries.keys()].filter((id) => !known.includes(id));
  problems.push(...strangers.map((id) => general(strangerMessage(id, known), rules)));
  return {
    rules: planned,
    undetermined: entries.get("undetermined") === "mandatory" ? "mandatory" : "advisory",
    problems,
  };
}

/** The level of a rule's findings where nothing is configured. */
export function defaultLevel({ level, severity }: Pick<Rule, "level" | "severity">): Exclude<Level, "disabled"> {
  return level ?? (severity === "critical" || severity === "high" ? "mandatory" : "advisory");
}

function declaredScopes(given: unknown): ReadonlySet<unknown> {
  return new Set<unknown>(Array.isArray(given) ? given : []);
}

function generalProblems(entries: ReadonlyMap<string, unknown>): string[] {
  const [all, undetermined, scoped, waivers] = reserved.map((name) => entries.get(name));
  const problems: string[] = [];
  if (all !== undefined && !isLevel(all)) problems.push(`“all” must be ${anyLevel}, not ${shown(all)}`);
  if (undetermined !== undefined && undetermined !== "mandatory" && undetermined !== "advisory") {
    problems.push(`“undetermined” must be mandatory or advisory, not ${shown(undetermined)}`);
  }
  if (scoped !== undefined && !(Array.isArray(scoped) && scoped.every((scope) => scopes.includes(scope as Scope)))) {
    problems.push(`“scopes” must be a list of ${scopes.join(", ")}, not ${shown(scoped)}`);
  }
  if (waivers !== undefined && typeof waivers !== "string") {
    problems.push(`“waivers” must be the path of a file, not ${shown(waivers)}`);
  }
  return problems;
}

function strangerMessage(id: string, known: readonly string[]): string {
  const suggestion = didYouMean(id, known);
  return `no rule has the id ${shown(id)}${suggestion === undefined ? "" : `; ${suggestion}`}`;
}

function general(message: string, rules: readonly Rule[]): ConfigurationProblem {
  const ids = rules.map(({ id }) => id).join(", ");
  const remedy = `Correct the policy configuration. It has ${reserved.join(", ")} and the rules: ${ids}.`;
  return { message, remedy };
}

function ofRule(rule: Rule, message: string): ConfigurationProblem {
  const names = ["level", ...Object.keys(rule.options)].join(", ");
  return { rule, message, remedy: `Correct the policy configuration. The rule has: ${names}.` };
}
