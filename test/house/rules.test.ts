import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RuleExample } from "../../policy-packs/rules/example";
import { rules } from "../../policy-packs/rules/index";

const folder = join(__dirname, "../../policy-packs/rules");
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

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
    expect(rule.title).toMatch(/^[A-Z].{20,120}[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].{40,}\.$/);
    expect(rule.fix).toMatch(/^[A-Z].{20,}\.$/);
    expect(rule.references).not.toEqual([]);
    for (const reference of rule.references) expect(new URL(reference).protocol).toBe("https:");
  });

  it("describes each option and accepts its default", () => {
    for (const option of Object.values(rule.options)) {
      expect(option.description).toMatch(/^[A-Z].{10,}\.$/);
      expect(option.expected?.(option.default)).toBeUndefined();
    }
  });

  it("has a page as Avoid, Prefer, Rationale, Configuration that names each option and its default", () => {
    const page = read("README.md");
    expect(page).toMatch(new RegExp(`^# ${rule.id}\n`));
    expect(page.match(/^## .+$/gm)).toEqual(["## Avoid", "## Prefer", "## Rationale", "## Configuration"]);
    for (const [name, option] of Object.entries(rule.options)) {
      expect(page).toContain(`\`${name}\``);
      expect(page).toContain(`\`${option.default}\``);
    }
  });

  it("has examples that pass, that fail and that are undetermined, and each says all that is found", async () => {
    const module = (await import(join(folder, rule.id, "examples.ts"))) as {
      examples: Record<"passing" | "violations" | "undetermined", readonly RuleExample[]>;
    };
    const outcomes = (examples: readonly RuleExample[]): string[] =>
      examples.map(({ findings }) => [...new Set(findings.map(({ outcome }) => outcome))].join(" and "));
    expect(new Set(outcomes(module.examples.passing))).toEqual(new Set([""]));
    expect(new Set(outcomes(module.examples.violations))).toEqual(new Set(["violation"]));
    expect(new Set(outcomes(module.examples.undetermined))).toEqual(new Set(["undetermined"]));
  });

  it("is tested on all of its examples", () => {
    expect(read("rule.test.ts")).toContain("describe.each(Object.entries(examples))");
  });
});
