import { describe, expect, it } from "vitest";
import { failsReview } from "./fails-review";
import { reviewOf } from "./review-of";
import type { ReviewFinding, ReviewResult } from "./review-result";

const finding = (more: Partial<ReviewFinding>): ReviewFinding => ({
  pack: "entra-aws",
  rule: "a-rule",
  title: "",
  severity: "high",
  level: "mandatory",
  why: "",
  references: [],
  frameworks: [],
  outcome: "violation",
  message: "",
  remedy: "",
  fingerprint: "",
  ...more,
});

const resource = (name: string) => ({ urn: `urn:pulumi:dev::shop::t::${name}`, type: "t", name });
const waived = { reason: "r", owner: "o", expires: "2027-01-01" };
const about = {
  project: "shop",
  stack: "dev",
  input: "state",
  judgedByPack: false,
  resources: 3,
  projectPath: "",
} as const satisfies Partial<ReviewResult>;

const nowhere = (): undefined => undefined;

describe("reviewOf", () => {
  it("puts what is worst first: severity, level, outcome, and then names", () => {
    const worst = [
      finding({ severity: "critical", level: "advisory", rule: "z" }),
      finding({ severity: "high", outcome: "failed", rule: "z" }),
      finding({ severity: "high", resource: resource("a"), rule: "b" }),
      finding({ severity: "high", resource: resource("b"), rule: "b" }),
      finding({ severity: "high", outcome: "undetermined", rule: "a" }),
      finding({ severity: "high", level: "advisory", rule: "a" }),
      finding({ severity: "medium" }),
      finding({ severity: "low" }),
    ];
    expect(reviewOf(about, [...worst].reverse(), nowhere).findings).toEqual(worst);
  });

  it("counts what is not waived, and the waived apart", () => {
    const all = [
      finding({}),
      finding({ severity: "low", level: "advisory", outcome: "undetermined" }),
      finding({ severity: "critical", waived }),
    ];
    const review = reviewOf(about, all, nowhere);
    expect(review.totals).toEqual({
      findings: 2,
      waived: 1,
      byLevel: { mandatory: 1, advisory: 1 },
      bySeverity: { critical: 0, high: 1, medium: 0, low: 1 },
      byOutcome: { failed: 0, violation: 1, undetermined: 1 },
    });
    expect(review.waived).toEqual([all[2]]);
  });

  it("says where a resource is made, if that is known", () => {
    const location = { file: "index.ts", line: 2, column: 1 };
    const all = ["a", "b"].map((name) => finding({ resource: resource(name) }));
    const { findings } = reviewOf(about, all, (urn) => (urn.endsWith("::a") ? location : undefined));
    expect(findings.map((each) => each.location)).toEqual([location, undefined]);
  });
});

describe("failsReview", () => {
  const mandatory = finding({ severity: "medium", level: "mandatory" });
  const advice = finding({ severity: "medium", level: "advisory" });
  const open = finding({ severity: "high", level: "advisory", outcome: "undetermined" });
  const strictlyOpen = finding({ severity: "low", level: "mandatory", outcome: "undetermined" });
  const broken = finding({ severity: "low", level: "mandatory", outcome: "failed" });

  it.each([
    ["a mandatory finding", mandatory, undefined, true],
    ["an advisory finding", advice, undefined, false],
    ["what is undetermined and advisory", open, undefined, false],
    ["what is undetermined and mandatory", strictlyOpen, undefined, true],
    ["a rule that broke", broken, undefined, true],
    ["medium at medium", advice, "medium", true],
    ["medium at high", mandatory, "high", false],
    ["medium at low", advice, "low", true],
    ["a rule that broke at critical", broken, "critical", true],
    ["what is undetermined and advisory at low", open, "low", false],
    ["what is undetermined and mandatory at critical", strictlyOpen, "critical", true],
    ["a mandatory finding at none", mandatory, "none", false],
    ["a rule that broke at none", broken, "none", false],
  ] as const)("by %s, with a limit or without", (_title, one, failOn, expected) => {
    expect(failsReview({ findings: [one] }, failOn)).toBe(expected);
  });

  it("passes what has no findings", () => {
    expect(failsReview({ findings: [] }, "low")).toBe(false);
  });
});
