import type { Severity } from "#policy-packs/rules";
import type { ReviewFinding, ReviewResult } from "./review-result";

/** From which severity on a finding lets a review fail; `none` lets none. */
export const failures = ["critical", "high", "medium", "low", "none"] as const;
export type Failure = (typeof failures)[number];

/**
 * Whether a review is to fail. What a rule that broke would have found, nobody knows: it fails whatever the limit is.
 * What only cannot be determined counts by its level, since its severity is that of a violation that may not be there.
 *
 * @param failOn @default the level decides: any mandatory finding
 */
export function failsReview({ findings }: Pick<ReviewResult, "findings">, failOn?: Failure): boolean {
  if (failOn === "none") return false;
  return findings.some((finding) => isOver(finding, failOn));
}

function isOver({ level, severity, outcome }: ReviewFinding, failOn: Severity | undefined): boolean {
  if (failOn === undefined || outcome === "undetermined") return level === "mandatory";
  return outcome === "failed" || failures.indexOf(severity) <= failures.indexOf(failOn);
}
