import { describe, expect, it } from "vitest";
import { paintFor } from "../paint";
import { renderReview } from "./review-text";
import { finding, reviewWith, waiver } from "./review.test-support";

const plain = paintFor({}, {});

describe("a review's text", () => {
  it("says of each finding what, where and how to mend it, and ends with the totals", () => {
    const located = finding({ location: { file: "index.ts", line: 7, column: 3 } });
    expect(renderReview(reviewWith([located]), plain)).toBe(
      [
        "trust-example (high, mandatory): anybody can assume it",
        "  resource  aws:iam/role:Role open",
        "  property  assumeRolePolicy",
        "  source    index.ts:7",
        "  remedy    Name the principals that are meant.",
        "",
        "review of shop/dev: 1 finding in 12 resources: 1 mandatory · 1 high",
      ].join("\n"),
    );
  });

  it("shows a waived finding and does not count it", () => {
    const text = renderReview(reviewWith([finding({ waived: waiver })]), plain);
    expect(text.split("\n")).toEqual([
      "trust-example (high, waived): anybody can assume it",
      "  resource  aws:iam/role:Role open",
      "  property  assumeRolePolicy",
      "  remedy    Name the principals that are meant.",
      "  waived    until 2027-03-31 by platform: moves next month",
      "",
      "review of shop/dev: no findings in 12 resources: 1 waived",
    ]);
  });

  it.each([
    ["undetermined", "trust-example (high, mandatory): cannot be determined: anybody can assume it"],
    ["failed", "trust-example (high, mandatory): the rule could not be run: anybody can assume it"],
  ] as const)("tells %s apart from a violation", (outcome, first) => {
    expect(renderReview(reviewWith([finding({ outcome })]), plain).split("\n")[0]).toBe(first);
  });

  it("names another pack's policy with its pack", () => {
    const text = renderReview(reviewWith([finding({ pack: "costs", rule: "no-nat" })]), plain);
    expect(text.split(" ")[0]).toBe("costs/no-nat");
  });

  it("lets no name move a terminal's cursor", () => {
    const named = finding({ message: "a\u001b[2Jb\u202ec" });
    expect(renderReview(reviewWith([named]), plain).split("\n")[0]).toBe(
      "trust-example (high, mandatory): a\\u{1b}[2Jb\\u{202e}c",
    );
  });
});
