import { writeFileSync } from "node:fs";
import { renderRuleTable, ruleTablePath } from "./rule-table/render";

/** Writes the page of all rules: `npx tsx --conditions=entra-aws-source` from the repository's root. */
async function main(): Promise<void> {
  writeFileSync(ruleTablePath, await renderRuleTable());
  console.log(ruleTablePath);
}

void main();
