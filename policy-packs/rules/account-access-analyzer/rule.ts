import type { StackRule, Verdict } from "../rule";

/** Analyzers of access from outside; others look at access that nobody uses, or within the organisation. */
const ofExternalAccess: readonly unknown[] = ["ACCOUNT", "ORGANIZATION"];

export const accountAccessAnalyzer: StackRule = {
  kind: "stack",
  id: "account-access-analyzer",
  title: "An access analyzer tells who from outside comes to the account's resources",
  severity: "medium",
  scope: "account",
  why: "Policies of buckets, keys, queues and roles are written in many places, and this review sees only those of one stack. The analyzer works out from all of them who outside of the account or the organisation comes in.",
  fix: "Make an analyzer of type ACCOUNT in each region that is used, or one of type ORGANIZATION for all accounts.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"],
  frameworks: ["CIS AWS 5.0.0 1.19", "NIST 800-53 AC-6"],
  options: {},
  judge(stack) {
    const types = stack.ofType("aws:accessanalyzer/analyzer:Analyzer").map((resource) => {
      const reading = resource.read("type");
      return { resource, reading };
    });
    // Left out, the type is ACCOUNT.
    const isThere = types.some(
      ({ reading }) =>
        reading.kind === "absent" || (reading.kind === "known" && ofExternalAccess.includes(reading.value)),
    );
    if (isThere) return [];
    const open = types.flatMap(({ resource, reading }): readonly Verdict[] =>
      reading.kind === "unknown"
        ? [{ outcome: "undetermined", resource, property: reading.property, message, remedy }]
        : [],
    );
    return open.length > 0 ? open : [{ outcome: "violation", message: missing }];
  },
};

const missing = "the stack declares the account's scope and has no analyzer of access from outside";
const message = "whether this analyzer looks at access from outside is known only after the update";
const remedy = "Give the analyzer's type as a value that is known before the update: ACCOUNT or ORGANIZATION.";
