import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rules } from "../../policy-packs/rules/index";
import { renderRuleTable, ruleTablePath } from "../../tools/rule-table/render";

it("the page of all rules says what the rules say", async () => {
  const written = readFileSync(ruleTablePath, "utf8");
  expect(await renderRuleTable(), "run tools/generate-rule-table.ts").toBe(written);
});

it("the page of all rules leaves none out", async () => {
  const page = await renderRuleTable();
  expect(rules.filter(({ id }) => !page.includes(`rules/${id}/README.md`)).map(({ id }) => id)).toEqual([]);
});
