import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview } from "./example";
import type { ResourceRule, RuleMetadata, RuleOption, StackRule } from "./rule";
import { runRules } from "./run-rules";
import type { Waiver } from "./waiver";

const metadata: RuleMetadata = {
  id: "colour",
  title: "Things are red",
  severity: "low",
  why: "Red is seen.",
  fix: "Paint it red.",
  references: [],
  frameworks: [],
  options: {},
};

const colour: ResourceRule<{ wanted: RuleOption<string> }> = {
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
    const said = { title: "Things are red", why: "Red is seen.", references: [], frameworks: [] };
    expect(runRules([colour], stack, exampleSurroundings)).toEqual([
      {
        ...said,
        rule: "colour",
        outcome: "violation",
        severity: "low",
        level: "advisory",
        resource: thing("second"),
        property: "colour",
        message: "it is not red",
        remedy: "Paint it.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      },
      {
        ...said,
        rule: "colour",
        outcome: "undetermined",
        severity: "low",
        level: "advisory",
        resource: thing("third"),
        property: "colour",
        message: "no colour yet",
        remedy: "Paint it red.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      },
    ]);
  });

  it("reports a rule that throws without repeating what it threw, and goes on", () => {
    const found = runRules([throwing, colour], stack, exampleSurroundings);
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
    expect(
      runRules([fragile], stack, exampleSurroundings).map(
        ({ resource, outcome }) => `${resource?.name ?? ""} ${outcome}`,
      ),
    ).toEqual(["first violation", "second failed", "third violation"]);
  });

  it("takes an option from the configuration in place of its default", () => {
    const found = runRules([colour], stack, exampleSurroundings, { colour: { wanted: "blue" } });
    expect(found.map(({ resource, message }) => `${resource?.name ?? ""}: ${message}`)).toEqual([
      "first: it is not blue",
      "third: no colour yet",
    ]);
  });

  it("gives a finding the same fingerprint wherever else something is found", () => {
    const whole = runRules([throwing, colour], stack, exampleSurroundings);
    const alone = runRules([colour], stack.slice(1, 2), exampleSurroundings);
    expect(alone.map(({ fingerprint }) => fingerprint)).toEqual([whole[1]?.fingerprint]);
    expect(new Set(whole.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it("tells two findings of one rule at one property apart", () => {
    const twice: ResourceRule = {
      ...metadata,
      kind: "resource",
      types: ["t:other"],
      judge: (resource) => ["one", "two"].map((message) => ({ outcome: "violation", resource, message })),
    };
    const prints = runRules([twice], stack, exampleSurroundings).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
  });

  it("finds what is missing from the whole stack only in one that declares the rule's scope", () => {
    const absent: StackRule = {
      ...metadata,
      kind: "stack",
      id: "absent",
      scope: "tenant",
      judge: () => [{ outcome: "violation", message: "nothing is there" }],
    };
    const found = (scopes: unknown): string[] =>
      runRules([absent], [], exampleSurroundings, { scopes }).map(({ message }) => message);
    expect(found(undefined)).toEqual([]);
    expect(found(["account"])).toEqual([]);
    expect(found(["account", "tenant"])).toEqual(["nothing is there"]);
  });
});

describe("levels", () => {
  const grave: ResourceRule = { ...colour, id: "grave", severity: "critical" };
  const levelsBy = (configuration: Record<string, unknown>): string[] =>
    runRules([colour, grave], stack.slice(1, 3), exampleSurroundings, configuration).map(
      ({ rule, outcome, level }) => `${rule} ${outcome} ${level}`,
    );

  it("are mandatory for critical and high severities, else advisory, and advisory for what is undetermined", () => {
    expect(levelsBy({})).toEqual([
      "colour violation advisory",
      "colour undetermined advisory",
      "grave violation mandatory",
      "grave undetermined advisory",
    ]);
  });

  it("are set for all rules, and a rule's own setting wins", () => {
    expect(levelsBy({ all: "mandatory", grave: "advisory" }).filter((line) => line.includes("violation"))).toEqual([
      "colour violation mandatory",
      "grave violation advisory",
    ]);
    expect(levelsBy({ all: "disabled", grave: { level: "mandatory" } })).toEqual([
      "grave violation mandatory",
      "grave undetermined advisory",
    ]);
  });

  it("do not run a disabled rule, be it by a word or by an object", () => {
    expect(levelsBy({ colour: "disabled", grave: { level: "disabled" } })).toEqual([]);
  });

  it("make what is undetermined stop the update where that is set", () => {
    expect(levelsBy({ undetermined: "mandatory", colour: "disabled" })).toEqual([
      "grave violation mandatory",
      "grave undetermined mandatory",
    ]);
  });

  it("are the rule's own where it names one", () => {
    const strict: ResourceRule = { ...colour, level: "mandatory" };
    const [found] = runRules([strict], stack.slice(1, 2), exampleSurroundings);
    expect(found?.level).toBe("mandatory");
  });

  it("are mandatory for a rule that broke, whatever its own is", () => {
    expect(runRules([throwing], [], exampleSurroundings, { throwing: "advisory" })[0]?.level).toBe("mandatory");
  });
});

describe("a configuration that cannot be used", () => {
  const options = "The rule has: level, wanted.";
  const general = "It has all, undetermined, scopes, waivers and the rules: colour.";

  it.each([
    ["a rule that does not exist", { color: {} }, 'no rule has the id "color"; did you mean colour?', general],
    ["a rule like no other", { zebra: {} }, 'no rule has the id "zebra"', general],
    [
      "an option that does not exist",
      { colour: { wantd: "x" } },
      'it has no option "wantd"; did you mean wanted?',
      options,
    ],
    ["an option that is not a text", { colour: { wanted: 7 } }, "its option “wanted” must be a text", options],
    ["an option that is null", { colour: { wanted: null } }, "its option “wanted” must be a text", options],
    ["a value that cannot be used", { colour: { wanted: "" } }, "its option “wanted” must be a colour", options],
    [
      "settings that are no level",
      { colour: "red" },
      'its configuration must be mandatory, advisory or disabled or an object, not "red"',
      options,
    ],
    [
      "settings that are a list",
      { colour: [] },
      "its configuration must be mandatory, advisory or disabled or an object, not []",
      options,
    ],
    [
      "settings that are null",
      { colour: null },
      "its configuration must be mandatory, advisory or disabled or an object, not null",
      options,
    ],
    [
      "a level that does not exist",
      { colour: { level: "warn" } },
      'its “level” must be mandatory, advisory or disabled, not "warn"',
      options,
    ],
    ["a level of all that does not exist", { all: 1 }, "“all” must be mandatory, advisory or disabled, not 1", general],
    [
      "undetermined findings disabled",
      { undetermined: "disabled" },
      '“undetermined” must be mandatory or advisory, not "disabled"',
      general,
    ],
    [
      "a scope that does not exist",
      { scopes: ["acount"] },
      '“scopes” must be a list of account, tenant, monitoring, not ["acount"]',
      general,
    ],
    [
      "one scope that is no list",
      { scopes: "tenant" },
      '“scopes” must be a list of account, tenant, monitoring, not "tenant"',
      general,
    ],
    ["waivers that are no path", { waivers: [] }, "“waivers” must be the path of a file, not []", general],
    ["no object at all", [] as never, "it must be an object, not []", general],
  ])("reports %s as one finding that stops the update", (_title, configuration, message, remedy) => {
    const found = runRules([colour], [], exampleSurroundings, configuration);
    expect(
      found.map((finding) => ({ outcome: finding.outcome, level: finding.level, message: finding.message })),
    ).toEqual([{ outcome: "failed", level: "mandatory", message }]);
    expect(found[0]?.remedy).toBe(`Correct the policy configuration. ${remedy}`);
  });

  it("does not judge by the default what was to be judged otherwise", () => {
    const found = runRules([colour], stack, exampleSurroundings, { colour: { wanted: 7 } });
    expect(found.map(({ outcome }) => outcome)).toEqual(["failed"]);
  });

  it("takes a level beside options", () => {
    const found = runRules([colour], stack.slice(0, 1), exampleSurroundings, {
      colour: { level: "mandatory", wanted: "blue" },
    });
    expect(found.map(({ level, message }) => `${level}: ${message}`)).toEqual(["mandatory: it is not blue"]);
  });
});

describe("waivers", () => {
  const waiver: Waiver = {
    rule: "colour",
    resource: "sec*",
    reason: "blue is cheaper",
    owner: "Ada",
    expires: "2026-12-31",
    place: "waivers[0]",
  };
  const waivedBy = (...waivers: readonly Waiver[]): string[] =>
    runRules([colour, throwing], stack, exampleSurroundings, {}, { waivers, problems: [] }).map(
      ({ rule, level, message, resource, waived, property }) =>
        [rule, level, resource?.name ?? property, waived ? `waived by ${waived.owner}` : message].join(" | "),
    );
  const broken = "throwing | mandatory |  | it ended with RangeError, so nothing is known about this stack";
  const third = "colour | advisory | third | no colour yet";
  const second = "colour | advisory | second | it is not red";

  it.each([
    ["a name's pattern", { ...waiver, resource: "s?c*" }],
    ["a whole URN", { ...waiver, resource: "urn:pulumi:example::entra-aws::t:thing::second" }],
    ["a URN's pattern", { ...waiver, resource: "urn:pulumi:*::t:thing::sec*" }],
  ])("mark a finding by %s and leave it in the list", (_title, given) => {
    expect(waivedBy(given)).toEqual(["colour | advisory | second | waived by Ada", third, broken]);
  });

  it("mark what is undetermined too", () => {
    expect(waivedBy({ ...waiver, resource: "*" })).toEqual([
      "colour | advisory | second | waived by Ada",
      "colour | advisory | third | waived by Ada",
      broken,
    ]);
  });

  it("do not cover a rule that broke, and are then of no use", () => {
    expect(waivedBy({ ...waiver, rule: "throwing", resource: "*" })).toEqual([
      second,
      third,
      broken,
      'waivers | advisory | waivers[0] | the waiver of throwing for "*" covers no finding',
    ]);
  });

  it("are a finding where their pattern matches nothing", () => {
    expect(waivedBy({ ...waiver, resource: "secon" })).toEqual([
      second,
      third,
      broken,
      'waivers | advisory | waivers[0] | the waiver of colour for "secon" covers no finding',
    ]);
  });

  it("are a finding that stops the update where their rule does not exist", () => {
    expect(waivedBy({ ...waiver, rule: "color" })).toEqual([
      second,
      third,
      broken,
      'waivers | mandatory | waivers[0].rule | the waiver is of a rule that does not exist: "color"',
    ]);
  });

  it("are used by none but the first of two that cover the same, and both count as used", () => {
    expect(waivedBy(waiver, { ...waiver, owner: "Bob", place: "waivers[1]" })).toEqual([
      "colour | advisory | second | waived by Ada",
      third,
      broken,
    ]);
  });

  it("cover what is missing from the whole stack by the pattern for all", () => {
    const absent: StackRule = {
      ...metadata,
      kind: "stack",
      judge: () => [{ outcome: "violation", message: "nothing is there" }],
    };
    const waived = (resource: string): boolean =>
      runRules([absent], [], exampleSurroundings, {}, { waivers: [{ ...waiver, resource }], problems: [] })[0]
        ?.waived !== undefined;
    expect([waived("*"), waived("**"), waived("?")]).toEqual([true, false, false]);
  });

  it("that cannot be used are findings that stop the update, and say why", () => {
    const problem = {
      severity: "error" as const,
      code: "waiver-expired",
      property: "waivers[3].expires",
      given: "2026-01-31",
      expected: "a day that has not gone by",
      remedy: "Renew it.",
    };
    const found = runRules([colour], [], exampleSurroundings, {}, { waivers: [], problems: [problem] });
    expect(
      found.map(({ rule, level, outcome, message, remedy }) => ({ rule, level, outcome, message, remedy })),
    ).toEqual([
      {
        rule: "waivers",
        level: "mandatory",
        outcome: "violation",
        message: "the waiver cannot be used: waivers[3].expires is 2026-01-31, expected is a day that has not gone by",
        remedy: "Renew it.",
      },
    ]);
  });
});
