import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from "node-sarif-builder";
import { withoutControls } from "#core/problems";
import type { ReviewFinding, ReviewResult } from "#cli/jobs";
import { rules } from "#policy-packs/rules";
import { escapeMarkdown, isPlainAddress, markdownLink } from "./escape-markdown";
import { outcomeWords, ruleName } from "./review-words";
import { sarifLocation } from "./sarif-location";

type Rule = ConstructorParameters<typeof SarifRuleBuilder>[0];
type Result = ConstructorParameters<typeof SarifResultBuilder>[0];
type Severity = ReviewFinding["severity"];

/** How code scanners rank: `error` fails a check on GitHub, the others do not. */
const levels = { critical: "error", high: "error", medium: "warning", low: "note" } as const satisfies Record<
  Severity,
  string
>;

/**
 * In the middle of what GitHub calls by these names.
 * @see https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const scores = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" } as const satisfies Record<Severity, string>;

/**
 * A review as SARIF 2.1.0. Waived findings are in it, suppressed; what cannot be determined is at most a warning.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderReviewSarif(review: ReviewResult): string {
  const all = [...review.findings, ...review.waived];
  const run = new SarifRunBuilder({
    tool: { driver: { name: "entra-aws", rules: [] } },
    // Two stacks of one repository are two analyses, and neither closes the other's alerts.
    automationDetails: { id: `entra-aws/${withoutControls(`${review.project}/${review.stack}`)}/` },
    columnKind: "utf16CodeUnits",
  });
  const found = new Map(all.map((finding) => [ruleName(finding), finding]));
  for (const [id, finding] of found) run.addRule(new SarifRuleBuilder(ruleOf(id, finding)));
  for (const finding of all) run.addResult(new SarifResultBuilder(resultOf(finding, review.projectPath)));
  const log = new SarifBuilder({ $schema: "https://json.schemastore.org/sarif-2.1.0.json" });
  log.addRun(run);
  return `${JSON.stringify(log.buildSarifOutput(), undefined, 2)}\n`;
}

function ruleOf(id: string, finding: ReviewFinding): Rule {
  const { title, why, remedy, severity, references, frameworks } = finding;
  const uri = references.find(isPlainAddress);
  const links = references.map((reference) => `- ${markdownLink(reference)}`).join("\n");
  const fix = rules.find((rule) => rule.id === id)?.fix ?? remedy;
  const reason = why === "" ? title : why;
  return {
    id: withoutControls(id),
    shortDescription: { text: sarifText(title === "" ? id : title) },
    fullDescription: { text: sarifText(reason === "" ? id : reason) },
    help: {
      text: sarifText([why, fix].filter((text) => text !== "").join(" ")),
      markdown: [escapeMarkdown(why), `**How to mend it:** ${escapeMarkdown(fix)}`, links]
        .filter((text) => text !== "")
        .join("\n\n")
        .replace(/[{}]/g, "$&$&"),
    },
    ...(uri !== undefined && { helpUri: uri }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...new Set(["security", ...frameworks.map(withoutControls)])],
      precision: "high",
      "security-severity": scores[severity],
    },
  };
}

function resultOf(finding: ReviewFinding, projectPath: string): Result {
  const { outcome, severity, level, message, property, remedy, fingerprint, waived } = finding;
  return {
    ruleId: withoutControls(ruleName(finding)),
    level: outcome === "undetermined" && levels[severity] === "error" ? "warning" : levels[severity],
    message: { text: sarifText(`${outcomeWords[outcome]}${message}. ${remedy}`) },
    locations: [sarifLocation(finding, projectPath)],
    partialFingerprints: { "entraAwsFinding/v1": fingerprint },
    ...(waived !== undefined && {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: withoutControls(`${waived.reason} (until ${waived.expires}, ${waived.owner})`),
        },
      ],
    }),
    properties: { outcome, enforcement: level, ...(property !== undefined && { property: withoutControls(property) }) },
  };
}

/** Text in which nothing is a link or a placeholder, § 3.11.5 and 3.11.6. */
function sarifText(text: string): string {
  return withoutControls(text)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/[{}]/g, "$&$&");
}
