import { namesOfUrn } from "./resource-of-state";
import type { ReviewFinding } from "./review-result";
import type { PackViolation } from "./reviewed-stack";
import { violationFingerprint } from "./violation-fingerprint";

const severities = ["critical", "high", "medium", "low"] as const satisfies readonly ReviewFinding["severity"][];

/** How the policy SDK begins what it says when a policy met a value that a preview does not know. */
const isUndetermined = /can't run policy/i;

/** What another policy pack found, in its own words; what it left unsaid is not made up. */
export function foreignFinding(violation: PackViolation): ReviewFinding {
  const { policyPack, policy, enforcement, urn, message } = violation;
  const level = enforcement === "mandatory" ? "mandatory" : "advisory";
  // Before what the policy says stands its description, a line of its own.
  const [first = "", ...rest] = message.split("\n");
  const said = rest.join(" ").trim();
  return {
    pack: policyPack,
    rule: policy,
    title: first,
    severity:
      severities.find((severity) => severity === violation.severity) ?? (level === "mandatory" ? "high" : "low"),
    level,
    why: "",
    references: [],
    frameworks: [],
    outcome: isUndetermined.test(message) ? "undetermined" : "violation",
    ...(urn !== "" && { resource: namesOfUrn(urn) }),
    message: said === "" ? first : said,
    remedy: `The policy pack ${policyPack} says what it expects.`,
    fingerprint: violationFingerprint([policyPack, policy, urn, message]),
  };
}
