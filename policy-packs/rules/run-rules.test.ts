import { describe, expect, it } from "vitest";
import { stackOf, unknownAtPreview } from "./example";
import type { ResourceRule, RuleMetadata, StackRule } from "./rule";
import { runRules } from "./run-rules";

const metadata: RuleMetadata = {
  id: "colour",
  title: "Things are red",
  severity: "low",
  why: "Red is seen.",
  fix: "Paint it red.",
  references: [],
  options: {},
};

const colour: ResourceRule<"wanted"> = {
  ...metadata,
  kind: "resource",
  types: ["t:thing"],
  options: {
    wanted: { description: "The colour.", default: "red", expected: (v) => (v === "" ? "a colour" : undefined) },
  },
  judge(resource, { wanted }) {
    const property = "colour";
    const reading = resource.read(property);
    if (reading.kind === "unknown") return [{ outcome: "undetermined", resource, property, message: "no colour yet" }];
    if (reading.kind === "known" && reading.value === wanted) return [];
    return [{ outcome: "violation", resource, property, message: `it is not ${wanted}`, remedy: "Paint it." }];
  },
};

const throwing: StackRule = {
  ...metadata,
  kind: "stack",
  id: "throwing",
  judge() {
    throw new RangeError("secret password hunter2");
  },
};

const stack = stackOf([
  { type: "t:thing", name: "first", properties: { colour: "red" } },
  { type: "t:thing", name: "second", properties: { colour: "blue" } },
  { type: "t:thing", name: "third", properties: { colour: unknownAtPreview } },
  { type: "t:other", name: "fourth", properties: {} },
]);

describe("runRules", () => {
  it("judges each resource of a rule's types, and reports what is unknown as a finding of its own", () => {
    const thing = (name: string): object => ({
      urn: `urn:pulumi:example::entra-aws::t:thing::${name}`,
      type: "t:thing",
      name,
    });
    expect(runRules([colour], stack)).toEqual([
      {
        rule: "colour",
        outcome: "violation",
        severity: "low",
        resource: thing("second"),
        property: "colour",
        message: "it is not red",
        remedy: "Paint it.",
      },
      {
        rule: "colour",
        outcome: "undetermined",
        severity: "low",
        resource: thing("third"),
        property: "colour",
        message: "no colour yet",
        remedy: "Paint it red.",
      },
    ]);
  });

  it("reports a rule that throws without repeating what it threw, and goes on", () => {
    const found = runRules([throwing, colour], stack);
    expect(found.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      "throwing failed",
      "colour violation",
      "colour undetermined",
    ]);
    expect(found[0]?.message).toBe("it ended with RangeError, so nothing is known about this stack");
  });

  it("names the resource at which a rule of one resource throws, and judges the others", () => {
    const fragile: ResourceRule = {
      ...metadata,
      kind: "resource",
      types: ["t:thing"],
      judge(resource) {
        if (resource.name === "second") throw new TypeError("x");
        return [{ outcome: "violation", resource, property: "colour", message: "seen" }];
      },
    };
    expect(runRules([fragile], stack).map(({ resource, outcome }) => `${resource?.name ?? ""} ${outcome}`)).toEqual([
      "first violation",
      "second failed",
      "third violation",
    ]);
  });

  it("takes an option from the configuration in place of its default", () => {
    const found = runRules([colour], stack, { colour: { wanted: "blue" } });
    expect(found.map(({ resource, message }) => `${resource?.name ?? ""}: ${message}`)).toEqual([
      "first: it is not blue",
      "third: no colour yet",
    ]);
  });

  it.each([
    ["a rule that does not exist", { color: {} }, 'no rule has the id "color"', "The rules are: colour."],
    ["an option that does not exist", { colour: { want: "x" } }, 'it has no option "want"', "options: wanted."],
    [
      "an option that is not a text",
      { colour: { wanted: 7 } },
      "its option “wanted” must be a text",
      "options: wanted.",
    ],
    [
      "a value that cannot be used",
      { colour: { wanted: "" } },
      "its option “wanted” must be a colour",
      "options: wanted.",
    ],
    ["settings that are not an object", { colour: "red" }, "its configuration is not an object", "options: wanted."],
    ["settings that are null", { colour: null }, "its configuration is not an object", "options: wanted."],
  ])("reports a configuration of %s", (_title, configuration, message, remedy) => {
    const found = runRules([colour], [], configuration);
    expect(found.map((finding) => ({ outcome: finding.outcome, message: finding.message }))).toEqual([
      { outcome: "failed", message },
    ]);
    expect(found[0]?.remedy).toContain(remedy);
  });
});
