import { describe, expect, it } from "vitest";
import type { Finding } from "../rules/index";
import { reportsOf } from "./reports";

const urn = "urn:pulumi:s::p::t::n";
const resource = { urn, type: "t", name: "n" };

const finding = (more: Partial<Finding>): Finding => ({
  rule: "colour",
  title: "Things are red",
  outcome: "violation",
  severity: "low",
  level: "advisory",
  resource,
  property: "policy",
  message: "it is blue",
  remedy: "Paint it.",
  why: "Red is seen.",
  references: [],
  frameworks: [],
  fingerprint: `${more.rule ?? "colour"} ${more.property ?? ""}`,
  ...more,
});
const unknown = (rule: string, more: Partial<Finding> = {}): Finding =>
  finding({ rule, outcome: "undetermined", message: "it is not known", ...more });

describe("reportsOf", () => {
  it("reports each violation, at the resource's URN and its own level", () => {
    expect(reportsOf([finding({}), finding({ rule: "shape", level: "mandatory" })])).toEqual([
      { level: "advisory", urn, text: "[colour] it is blue\n  property  policy\n  remedy    Paint it." },
      { level: "mandatory", urn, text: "[shape] it is blue\n  property  policy\n  remedy    Paint it." },
    ]);
  });

  it("reports a value that nobody knows once, with all rules that needed it", () => {
    expect(reportsOf([unknown("colour"), unknown("shape"), unknown("size"), unknown("size")])).toEqual([
      {
        level: "advisory",
        urn,
        text: "[colour] cannot be determined at preview: it is not known\n  property  policy\n  remedy    Paint it.\n  also      shape, size",
      },
    ]);
  });

  it("keeps apart what is not known at two places, at two levels, or of the whole stack", () => {
    const apart = [
      unknown("a"),
      unknown("b", { property: "trust" }),
      unknown("c", { level: "mandatory" }),
      unknown("d", { resource: { ...resource, urn: "urn:pulumi:s::p::t::other" } }),
      unknown("e", { resource: undefined }),
      unknown("f", { waived: { reason: "r", owner: "o", expires: "2027-03-31" } }),
    ];
    expect(reportsOf(apart).length).toBe(apart.length);
  });

  it("only tells what is waived", () => {
    const waived = { reason: "migration", owner: "Ada", expires: "2027-03-31" };
    expect(reportsOf([finding({ level: "mandatory", waived })]).map(({ level }) => level)).toEqual(["advisory"]);
  });
});
