import { join } from "node:path";
import { format } from "prettier";
import { defaultLevel, rules, type Rule } from "../../policy-packs/rules/index";

export const ruleTablePath = join(__dirname, "../../docs/policy-rules.md");

const families: readonly (readonly [prefix: string, title: string])[] = [
  ["policy-", "Policy documents"],
  ["iam-", "IAM principals and accounts"],
  ["trust-", "Trust policies"],
  ["saml-", "SAML trust"],
  ["account-", "What an account must have"],
  ["federation-", "The federation"],
  ["ca-", "Conditional Access"],
  ["group-", "Groups"],
  ["directory-", "Directory roles"],
  ["application-", "Applications"],
  ["naming-", "Names"],
];

/** The page of all rules, as Markdown. */
export async function renderRuleTable(): Promise<string> {
  const sections = families.map(([prefix, title]) => {
    const rows = rules.filter(({ id }) => id.startsWith(prefix)).map(row);
    return [
      `## ${title}`,
      "",
      "| Rule | Finds | Severity | Level | Scope |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
      "",
    ];
  });
  return format([...introduction, ...sections.flat()].join("\n"), { parser: "markdown", printWidth: 120 });
}

const introduction = [
  "# The rules",
  "",
  `${rules.length} rules, made from the rules themselves by \`tools/generate-rule-table.ts\`. Each has a page with what to avoid, what to`,
  "prefer, why, and its options. A rule with a scope is judged only in stacks that declare it;",
  "[the policy pack](policy-pack.md) says how, and how levels are set.",
  "",
];

function row(rule: Rule): string {
  const page = `[\`${rule.id}\`](../policy-packs/rules/${rule.id}/README.md)`;
  const level = defaultLevel(rule);
  return `| ${page} | ${rule.title} | ${rule.severity} | ${level} | ${rule.scope ?? ""} |`;
}
