import type { RuleMetadata } from "./rule";

/** What the findings say that are about the rules' configuration, as a rule says it of itself. */
export const configurationRule = {
  id: "configuration",
  title: "The configuration of the policy pack can be read",
  severity: "high",
  why: "A setting that cannot be read is one that somebody relies on; to go on by the default would judge the stack by another rule than the one that was agreed.",
  fix: "Correct the policy configuration.",
  references: [],
  frameworks: [],
  options: {},
} as const satisfies RuleMetadata;

/** What the findings say that are about waivers. */
export const waiversRule = {
  id: "waivers",
  title: "Waivers are complete, current and in use",
  severity: "medium",
  why: "A waiver that has no owner or no end, or that nothing needs any more, hides the next finding from everybody who reads the review.",
  fix: "Correct the waiver, renew it with a new date, or remove it.",
  references: [],
  frameworks: [],
  options: {},
} as const satisfies RuleMetadata;
