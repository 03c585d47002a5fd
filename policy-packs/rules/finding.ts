import { withoutControls } from "#core/problems";
import type { Level, RuleMetadata, Severity } from "./rule";
import type { Waiver } from "./waiver";

/**
 * What a reviewer reads. `failed` means that the rule itself or its configuration broke: nothing is known then, and
 * nothing may pass for it.
 */
export interface Finding extends Pick<RuleMetadata, "title" | "why" | "references" | "frameworks"> {
  /** A rule's id, or `configuration` or `waivers` where what was handed to the rules is at fault. */
  readonly rule: string;
  readonly outcome: "violation" | "undetermined" | "failed";
  readonly severity: Severity;
  readonly level: Exclude<Level, "disabled">;
  /** Absent where the finding is about the whole stack or about the rule. */
  readonly resource?: { readonly urn: string; readonly type: string; readonly name: string };
  readonly property?: string;
  readonly message: string;
  readonly remedy: string;
  /** A waived finding is shown and does not count. */
  readonly waived?: Pick<Waiver, "reason" | "owner" | "expires">;
  /** The same for the same rule, resource and property in every run: 16 hexadecimal digits. */
  readonly fingerprint: string;
}

const outcomeWords: Readonly<Record<Finding["outcome"], string>> = {
  violation: "",
  undetermined: "cannot be determined at preview: ",
  failed: "the rule could not be run: ",
};

/** A finding as plain text of a few lines, for a terminal or an event log. */
export function describeFinding(finding: Finding): string {
  const { rule, outcome, message, property, remedy, waived } = finding;
  const rows = [
    ...(property === undefined ? [] : [["property", property]]),
    ["remedy", remedy],
    ...(waived === undefined ? [] : [["waived", `until ${waived.expires} by ${waived.owner}: ${waived.reason}`]]),
  ];
  const first = `[${rule}] ${waived === undefined ? "" : "waived: "}${outcomeWords[outcome]}${message}`;
  const rest = rows.map(([label = "", text = ""]) => `  ${label.padEnd(8)}  ${text}`);
  return [first, ...rest].map(withoutControls).join("\n");
}
