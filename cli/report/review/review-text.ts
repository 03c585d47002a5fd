import { withoutControls } from "#core/problems";
import type { ReviewFinding, ReviewResult } from "#cli/jobs";
import type { Paint } from "../paint";
import { outcomeWords, placeOf, ruleName, totalsLine } from "./review-words";

/** A review for people at a terminal: worst first, totals last, where they stay in sight. */
export function renderReview(review: ReviewResult, paint: Paint): string {
  const { project, stack, findings, waived } = review;
  const blocks = [...findings, ...waived].map((finding) => findingText(finding, paint));
  const heading = `review of ${withoutControls(`${project}/${stack}`)}`;
  const total = `${heading}: ${totalsLine(review)}`;
  return [...blocks, findings.length === 0 ? paint.good(total) : paint.strong(total)].join("\n\n");
}

function findingText(finding: ReviewFinding, paint: Paint): string {
  const { severity, level, outcome, message, resource, property, remedy, waived } = finding;
  const grave = severity === "critical" || severity === "high" ? paint.bad : paint.strong;
  const state = waived === undefined ? `${severity}, ${level}` : `${severity}, waived`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["resource", resource === undefined ? undefined : `${resource.type} ${resource.name}`],
    ["property", property],
    ["source", placeOf(finding)],
    ["remedy", remedy],
    ["waived", waived === undefined ? undefined : `until ${waived.expires} by ${waived.owner}: ${waived.reason}`],
  ];
  return [
    `${grave(withoutControls(ruleName(finding)))} (${state}): ${withoutControls(outcomeWords[outcome] + message)}`,
    ...rows.flatMap(([label, text]) =>
      text === undefined ? [] : [`  ${paint.faint(label.padEnd(8))}  ${withoutControls(text)}`],
    ),
  ].join("\n");
}
