import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RuleExample, RuleExamples } from "../../policy-packs/rules/example";
import { rules, type OptionValue } from "../../policy-packs/rules/index";

const folder = join(__dirname, "../../policy-packs/rules");
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** A framework with its version, where it has one, then a control: `CIS AWS 5.0.0 1.15`, `ScubaGear MS.AAD.3.2v1`. */
const frameworks = new RegExp(
  [
    /^AWS Foundational Security Best Practices \w+\.\d+$/,
    /^CIS (AWS|Azure|Microsoft 365) \d+\.\d+\.\d+ [\d.]+$/,
    /^MITRE ATT&CK T\d{4}(\.\d{3})?$/,
    /^NIST 800-53 [A-Z]{2}-\d+$/,
    /^ScubaGear MS\.AAD\.\d+\.\d+v\d+$/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** What the configuration has beside the rules. */
const reserved = ["all", "undetermined", "scopes", "waivers", "configuration", "level"];

describe("the list of rules", () => {
  it("is the list of folders, sorted", () => {
    expect(rules.map(({ id }) => id)).toEqual(folders);
  });
});

describe.each(rules)("rule $id", (rule) => {
  const read = (file: string): string => readFileSync(join(folder, rule.id, file), "utf8");

  it("has rule, test, examples and page, and nothing else", () => {
    expect(readdirSync(join(folder, rule.id)).sort()).toEqual(["README.md", "examples.ts", "rule.test.ts", "rule.ts"]);
  });

  it("says what it is, why, and how to mend what it finds", () => {
    expect(rule.title).toMatch(/^[A-Z].{19,118}[^.]$/);
    expect(rule.why).toMatch(/^[A-Z“].{38,}\.$/);
    expect(rule.fix).toMatch(/^[A-Z].{18,}\.$/);
    expect(rule.references).not.toEqual([]);
    for (const reference of rule.references) expect(new URL(reference).protocol).toBe("https:");
  });

  it("names its frameworks, scope and levels in the words that are agreed", () => {
    for (const framework of rule.frameworks) expect(framework).toMatch(frameworks);
    expect([undefined, "account", "tenant", "monitoring"]).toContain(rule.scope);
    expect([undefined, "mandatory", "advisory"]).toContain(rule.level);
    expect(["critical", "high", "medium", "low"]).toContain(rule.severity);
    expect(reserved).not.toContain(rule.id);
  });

  it("describes each option, of one of four types, and accepts its default", () => {
    for (const [name, option] of Object.entries(rule.options)) {
      expect(name).toMatch(/^(?!level$)[a-z][A-Za-z]+$/);
      expect(option.description).toMatch(/^[A-Z].{9,}\.$/);
      const value: unknown = option.default;
      const type = Array.isArray(value) && value.every((each) => typeof each === "string") ? "list" : typeof value;
      expect(["list", "number", "string", "boolean"]).toContain(type);
      expect(option.expected?.(option.default)).toBeUndefined();
    }
  });

  it("has a page as Avoid, Prefer, Rationale, Configuration that names each option and its default", () => {
    const page = read("README.md");
    expect(page).toMatch(new RegExp(`^# ${rule.id}\n`));
    expect(page.match(/^## .+$/gm)).toEqual(["## Avoid", "## Prefer", "## Rationale", "## Configuration"]);
    const configuration = page.slice(page.indexOf("## Configuration"));
    for (const [name, option] of Object.entries(rule.options)) {
      const row = configuration.split("\n").find((line) => line.includes(`\`${name}\``)) ?? "";
      for (const value of defaultWords(option.default)) expect(row).toMatch(inCode(value));
    }
  });

  it("shows on its page, where it judges only some stacks, how to declare such a one", () => {
    if (rule.scope !== undefined) expect(read("README.md")).toMatch(new RegExp(`["\`]${rule.scope}["\`]`));
  });

  it("has examples that pass, that fail and that are undetermined, and each says all that is found", async () => {
    const { examples } = (await import(join(folder, rule.id, "examples.ts"))) as { examples: RuleExamples };
    const outcomes = (list: readonly RuleExample[]): string[] =>
      list.map(({ findings }) => [...new Set(findings.map(({ outcome }) => outcome))].join(" and "));
    expect(Object.keys(examples)).toEqual(["passing", "violations", "undetermined"]);
    expect(new Set(outcomes(examples.passing))).toEqual(new Set([""]));
    expect(new Set(outcomes(examples.violations))).toEqual(new Set(["violation"]));
    for (const outcome of outcomes(examples.undetermined)) expect(outcome).toBe("undetermined");
    const titles = Object.values(examples).flatMap((list: readonly RuleExample[]) => list.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("is tested on all of its examples", () => {
    expect(read("rule.test.ts")).toMatch(/^testExamples\(\w+, examples[,)]/m);
  });
});

/** A list's entries, or `[]` where it has none. */
function defaultWords(value: OptionValue): readonly string[] {
  if (typeof value !== "object") return [value === "" ? '""' : String(value)];
  return value.length === 0 ? ["[]"] : value;
}

/** The word as code, alone or in a list. */
function inCode(word: string): RegExp {
  return new RegExp(`\`([^\`]*[\\["', ])?${word.replace(/[^\w]/g, "\\$&")}([\\]"', ][^\`]*)?\``);
}
