import { describe, expect, it } from "vitest";
import { describeFinding, type Finding } from "./finding";

const finding: Finding = {
  rule: "naming-groups",
  outcome: "violation",
  severity: "medium",
  resource: { urn: "urn:pulumi:s::p::t::n", type: "t", name: "n" },
  property: "displayName",
  message: "the name is wrong",
  remedy: "Name it well.",
};

describe("describeFinding", () => {
  it("says rule, message, property and remedy", () => {
    expect(describeFinding(finding)).toBe(
      "[naming-groups] the name is wrong\n  property  displayName\n  remedy    Name it well.",
    );
  });

  it.each([
    ["undetermined", "[naming-groups] cannot be determined at preview: the name is wrong"],
    ["failed", "[naming-groups] the rule could not be run: the name is wrong"],
  ] as const)("tells %s from a violation", (outcome, firstLine) => {
    expect(describeFinding({ ...finding, outcome }).split("\n")[0]).toBe(firstLine);
  });

  it("leaves out the property of a finding that has none", () => {
    expect(describeFinding({ ...finding, property: undefined })).toBe(
      "[naming-groups] the name is wrong\n  remedy    Name it well.",
    );
  });
});
