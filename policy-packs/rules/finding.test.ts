import { describe, expect, it } from "vitest";
import { describeFinding, type Finding } from "./finding";

const finding: Finding = {
  rule: "naming-groups",
  title: "Groups are named",
  outcome: "violation",
  severity: "medium",
  level: "advisory",
  resource: { urn: "urn:pulumi:s::p::t::n", type: "t", name: "n" },
  property: "displayName",
  message: "the name is wrong",
  remedy: "Name it well.",
  why: "Names are read.",
  references: [],
  frameworks: [],
  fingerprint: "0123456789abcdef",
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

  it("says until when, by whom and why a finding is waived", () => {
    const waived = { reason: "migration", owner: "Ada", expires: "2027-03-31" };
    expect(describeFinding({ ...finding, waived })).toBe(
      "[naming-groups] waived: the name is wrong\n  property  displayName\n  remedy    Name it well.\n  waived    until 2027-03-31 by Ada: migration",
    );
  });

  it("lets no text begin a line or move a cursor", () => {
    const text = describeFinding({ ...finding, message: "a\n[trust-open-principal] b\u001b[2K", property: "x\u202ey" });
    expect(text.split("\n").slice(0, 2)).toEqual([
      String.raw`[naming-groups] a\u{a}[trust-open-principal] b\u{1b}[2K`,
      String.raw`  property  x\u{202e}y`,
    ]);
  });
});
