import type { Finding } from "#policy-packs/rules";
import type { ReviewFinding, ReviewResult, ReviewTotals, SourceLocation } from "./review-result";

const severities = ["critical", "high", "medium", "low"] as const satisfies readonly Finding["severity"][];
const levels = ["mandatory", "advisory"] as const satisfies readonly Finding["level"][];
const outcomes = ["failed", "violation", "undetermined"] as const satisfies readonly Finding["outcome"][];

/** Orders and counts findings, and says of each where its resource is made. */
export function reviewOf(
  about: Omit<ReviewResult, "totals" | "findings" | "waived">,
  all: readonly ReviewFinding[],
  locationOf: (urn: string) => SourceLocation | undefined,
): ReviewResult {
  const located = all.map((finding): ReviewFinding => {
    const location = finding.resource === undefined ? undefined : locationOf(finding.resource.urn);
    return location === undefined ? finding : { ...finding, location };
  });
  const sorted = located.sort(byGravity);
  const findings = sorted.filter(({ waived }) => waived === undefined);
  const waived = sorted.filter((finding) => finding.waived !== undefined);
  return { ...about, totals: totalsOf(findings, waived.length), findings, waived };
}

function totalsOf(findings: readonly Finding[], waived: number): ReviewTotals {
  return {
    findings: findings.length,
    waived,
    byLevel: counts(levels, findings, ({ level }) => level),
    bySeverity: counts(severities, findings, ({ severity }) => severity),
    byOutcome: counts(outcomes, findings, ({ outcome }) => outcome),
  };
}

function counts<Name extends string>(
  names: readonly Name[],
  findings: readonly Finding[],
  nameOf: (finding: Finding) => Name,
): Readonly<Record<Name, number>> {
  const entries = names.map((name) => [name, findings.filter((finding) => nameOf(finding) === name).length] as const);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** Worst first; what is equally bad in an order that is the same in every run. */
function byGravity(a: ReviewFinding, b: ReviewFinding): number {
  const [left, right] = [a, b].map(({ severity, level, outcome }) => [
    severities.indexOf(severity),
    levels.indexOf(level),
    outcomes.indexOf(outcome),
  ]);
  const ranks = left?.map((rank, index) => rank - (right?.[index] ?? 0)) ?? [];
  return ranks.find((difference) => difference !== 0) ?? compare(nameOf(a), nameOf(b));
}

function nameOf({ pack, rule, resource, property, fingerprint }: ReviewFinding): string {
  return [pack, rule, resource?.urn ?? "", property ?? "", fingerprint].join("\n");
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
