import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutControls } from "#core/problems";
import { describeFinding, rules, type Finding } from "#policy-packs/rules";
import { foreignFinding } from "./foreign-findings";
import { findingOf, isOwn } from "./pack-findings";
import type { PackViolation } from "./reviewed-stack";

const urn = "urn:pulumi:dev::shop::shop:index:Team$azuread:index/group:Group::developers";

const violation = (more: Partial<PackViolation> = {}): PackViolation => ({
  policyPack: "entra-aws",
  policy: "entra-aws",
  enforcement: "mandatory",
  severity: "",
  urn,
  message: "",
  ...more,
});

const [rule] = rules;
if (rule === undefined) throw new Error("there are rules");
const { id, title, severity, why, references, frameworks } = rule;

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map((text) => `a${withoutControls(text)}z`);
const oneWord = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

const findings = fc.record({
  outcome: fc.constantFrom("violation" as const, "undetermined" as const, "failed" as const),
  message: words,
  remedy: words,
  property: fc.option(words, { nil: undefined }),
  waived: fc.option(fc.record({ reason: words, owner: oneWord, expires: oneWord }), { nil: undefined }),
});

describe("findingOf", () => {
  it("reads back what the pack has told the engine, whatever it is", () => {
    fc.assert(
      fc.property(findings, fc.boolean(), ({ property, waived, ...said }, isMandatory) => {
        const finding: Finding = {
          ...{ rule: id, title, severity, why, references, frameworks },
          level: isMandatory ? "mandatory" : "advisory",
          resource: { urn, type: "azuread:index/group:Group", name: "developers" },
          fingerprint: "",
          ...said,
          ...(property !== undefined && { property }),
          ...(waived !== undefined && { waived }),
        };
        const message = `What must hold\n${describeFinding(finding)}`;
        const read = findingOf(violation({ message, enforcement: isMandatory ? "mandatory" : "advisory" }));
        expect({ ...read, fingerprint: "" }).toEqual(finding);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a finding of a rule that a newer pack has", () => {
    const read = findingOf(violation({ message: "[new-rule] it is wrong\n  remedy    Mend it." }));
    expect(read).toMatchObject({ rule: "new-rule", title: "new-rule", severity: "high", message: "it is wrong" });
  });

  it("is about the stack where the engine names no resource", () => {
    const read = findingOf(violation({ urn: "", message: "[new-rule] it is wrong\n  remedy    Mend it." }));
    expect(read?.resource).toBeUndefined();
  });

  it("has the same fingerprint in every run, and another for another resource", () => {
    const message = "[new-rule] it is wrong";
    const prints = [urn, urn, `${urn}2`].map((each) => findingOf(violation({ message, urn: each }))?.fingerprint);
    expect(prints[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(prints.map((print) => print === prints[0])).toEqual([true, true, false]);
  });

  it("finds nothing in a text of somebody else", () => {
    expect(findingOf(violation({ message: "it is too dear" }))).toBeUndefined();
  });
});

describe("isOwn", () => {
  it.each([
    ["entra-aws", true],
    ["entra-aws-advice", true],
    ["no-nat", false],
  ])("%s: %s", (policy, expected) => {
    expect(isOwn(violation({ policy, policyPack: "ours" }))).toBe(expected);
  });
});

describe("foreignFinding", () => {
  const foreign = (more: Partial<PackViolation>) =>
    foreignFinding(violation({ policyPack: "costs", policy: "no-nat", message: "Costs\nIt is\ntoo dear", ...more }));

  it("is told in the other pack's words", () => {
    expect(foreign({})).toEqual({
      pack: "costs",
      rule: "no-nat",
      title: "Costs",
      severity: "high",
      level: "mandatory",
      why: "",
      references: [],
      frameworks: [],
      outcome: "violation",
      resource: { urn, type: "azuread:index/group:Group", name: "developers" },
      message: "It is too dear",
      remedy: "The policy pack costs says what it expects.",
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    });
  });

  it.each([
    [{ severity: "critical" }, "critical", "mandatory"],
    [{ enforcement: "advisory" }, "low", "advisory"],
    [{ enforcement: "warning", severity: "medium" }, "medium", "advisory"],
    [{ severity: "dreadful" }, "high", "mandatory"],
  ])("of %j is %s and %s", (more, expected, level) => {
    expect(foreign(more)).toMatchObject({ severity: expected, level });
  });

  it("is undetermined where the policy could not run", () => {
    const message = "Costs\ncan't run policy 'no-nat' during preview: string value at .x can't be known during preview";
    expect(foreign({ message, enforcement: "advisory" }).outcome).toBe("undetermined");
  });

  it("takes a text of one line for both", () => {
    expect(foreign({ message: "too dear" })).toMatchObject({ title: "too dear", message: "too dear" });
  });
});
