import type { Severity } from "./rule";

/**
 * What a reviewer reads. `failed` means that the rule itself broke: nothing is known then, and nothing may pass for it.
 */
export interface Finding {
  readonly rule: string;
  readonly outcome: "violation" | "undetermined" | "failed";
  readonly severity: Severity;
  /** Absent where the finding is about the rule and not about a resource. */
  readonly resource?: { readonly urn: string; readonly type: string; readonly name: string };
  readonly property?: string;
  readonly message: string;
  readonly remedy: string;
}

const outcomeWords: Readonly<Record<Finding["outcome"], string>> = {
  violation: "",
  undetermined: "cannot be determined at preview: ",
  failed: "the rule could not be run: ",
};

/** A finding as plain text of a few lines, for a terminal or an event log. */
export function describeFinding(finding: Finding): string {
  const place = finding.property === undefined ? "" : `\n  property  ${finding.property}`;
  return `[${finding.rule}] ${outcomeWords[finding.outcome]}${finding.message}${place}\n  remedy    ${finding.remedy}`;
}
