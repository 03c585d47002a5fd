import { didYouMean, shown } from "#core/problems";
import type { Level, OptionValue, Rule, RuleOption, RuleSettings } from "./rule";

export const levels = ["mandatory", "advisory", "disabled"] as const satisfies readonly Level[];

export interface RuleEntry {
  readonly level?: Level;
  readonly settings: RuleSettings;
  /** What is wrong with the entry, as a sentence without its end, after “the rule ”. */
  readonly problems: readonly string[];
}

/** A rule's entry in a configuration: a level, or an object with `level` and the rule's options. */
export function readRuleEntry(rule: Rule, given: unknown): RuleEntry {
  if (isLevel(given)) return { level: given, ...readOptions(rule, new Map()) };
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given))) {
    return { settings: {}, problems: [`its configuration must be ${anyLevel} or an object, not ${shown(given)}`] };
  }
  const entries = new Map<string, unknown>(Object.entries(given ?? {}));
  const level = entries.get("level");
  entries.delete("level");
  const { settings, problems } = readOptions(rule, entries);
  if (level === undefined) return { settings, problems };
  if (isLevel(level)) return { level, settings, problems };
  return { settings, problems: [`its “level” must be ${anyLevel}, not ${shown(level)}`, ...problems] };
}

export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}

export const anyLevel = "mandatory, advisory or disabled";

/** @param given by name; what is read from it is taken out */
function readOptions(rule: Rule, given: Map<string, unknown>): Pick<RuleEntry, "settings" | "problems"> {
  const problems: string[] = [];
  const settings: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(rule.options)) {
    const configured = given.get(name);
    const value = configured === undefined ? option.default : configured;
    given.delete(name);
    const expected = isOptionValue(value, option) ? option.expected?.(value) : kindOf(option);
    if (isOptionValue(value, option) && expected === undefined) settings[name] = value;
    else problems.push(`its option “${name}” must be ${expected ?? kindOf(option)}`);
  }
  for (const name of given.keys()) {
    const suggestion = didYouMean(name, ["level", ...Object.keys(rule.options)]);
    problems.push(`it has no option ${shown(name)}${suggestion === undefined ? "" : `; ${suggestion}`}`);
  }
  return { settings, problems };
}

function isOptionValue(value: unknown, option: RuleOption): value is OptionValue {
  if (Array.isArray(option.default)) return Array.isArray(value) && value.every((each) => typeof each === "string");
  return typeof value === typeof option.default && !Number.isNaN(value);
}

function kindOf({ default: value }: RuleOption): string {
  if (typeof value === "object") return "a list of texts";
  return { number: "a number", string: "a text", boolean: "true or false" }[typeof value as "number"];
}
