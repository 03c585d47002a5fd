import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy, readPolicy } from "#core/aws/policy";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const policyWith = (...statements: readonly object[]): object => ({ Version: "2012-10-17", Statement: statements });

describe("readPolicy", () => {
  it("reads a policy without problems as parsePolicy does", () => {
    expect(readPolicy(policyWith(statement))).toEqual({ ...parsePolicy(policyWith(statement)), problems: [] });
  });

  it("names every problem, each with its place", () => {
    const text = JSON.stringify({
      Version: "2012-10-18",
      Statment: [],
      Statement: [
        { Effect: "allow", Action: [1], Resource: "*" },
        { Effect: "Deny", Resource: "*", NotResource: "*" },
      ],
    });
    const { document, problems } = readPolicy(text);
    expect(document).toBeUndefined();
    expect(
      problems.map(({ code, path, message, position }) => [
        code,
        path,
        message,
        text.slice(position, (position ?? 0) + 8),
      ]),
    ).toEqual([
      ["unknown-element", "", 'expected only Version, Id, Statement, not "Statment"', '{"Versio'],
      ["wrong-value", "Version", "expected 2012-10-17 or 2008-10-17", '"2012-10'],
      ["wrong-value", "Statement[0].Effect", "expected Allow or Deny", '"allow",'],
      ["wrong-value", "Statement[0].Action", "expected text", '[1],"Res'],
      ["conflicting-elements", "Statement[1]", "expected only one of Resource and NotResource", '{"Effect'],
      ["missing-element", "Statement[1]", "expected an Action or NotAction", '{"Effect'],
    ]);
  });

  it.each([
    ["a Sid that stands twice", policyWith({ ...statement, Sid: "A" }, { ...statement, Sid: "A" }), "duplicate-sid"],
    ["a Sid that is no text", policyWith({ ...statement, Sid: 7 }), "wrong-value"],
    ["a version that does not exist", { Version: "2013-01-01", Statement: statement }, "wrong-value"],
    ["an element that nobody reads", policyWith({ ...statement, Comment: "x" }), "unknown-element"],
    ["half of a surrogate pair", policyWith({ ...statement, Resource: "arn:\ud800" }), "lone-surrogate"],
  ])("gives a document in spite of %s", (_what, input, code) => {
    const { document, problems } = readPolicy(input);
    expect(document?.Statement[0]?.Action).toEqual(["s3:GetObject"]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    ["an effect in other letters", policyWith({ ...statement, Effect: "ALLOW" })],
    ["no statement", { Version: "2012-10-17" }],
    ["both Action and NotAction", policyWith({ ...statement, NotAction: "iam:*" })],
    ["a kind of principal that does not exist", policyWith({ ...statement, Principal: { Aws: "*" } })],
    ["a condition that is no object", policyWith({ ...statement, Condition: "x" })],
    ["a statement that is a list", policyWith([])],
  ])("gives no document for %s, and one problem", (_what, input) => {
    const { document, problems } = readPolicy(input);
    expect(document).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it("gives no document where a key stands twice, and names each time", () => {
    const text = '{"Statement":[],"Statement":{"Effect":"Allow","Action":"*","Action":"s3:*"}}';
    expect(readPolicy(text)).toEqual({
      problems: [
        { code: "duplicate-key", path: "", message: 'the key "Statement" stands here a second time', position: 16 },
        { code: "duplicate-key", path: "", message: 'the key "Action" stands here a second time', position: 59 },
      ],
    });
  });

  it("takes __proto__ for a key like any other", () => {
    const text = '{"__proto__":{"Version":"2012-10-17"},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
    expect(readPolicy(text).problems.map(({ code }) => code)).toEqual(["unknown-element"]);
    expect(({} as { Version?: string }).Version).toBeUndefined();
  });
});

describe("readPolicy, given what is meant to break it", () => {
  const codesOf = (input: string | object): readonly string[] => [
    ...new Set(readPolicy(input).problems.map(({ code }) => code)),
  ];
  const nested = (depth: number): object => {
    let value: object = {};
    for (let level = 0; level < depth; level++) value = { Statement: value };
    return value;
  };

  it.each([
    ["text nested 10,000 deep", "[".repeat(10_000), "not-json"],
    ["good JSON nested 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000), "not-json"],
    ["20 megabytes of one text", `"${"x".repeat(20_000_000)}"`, "wrong-value"],
    ["20 megabytes of escapes", `"${"\\n".repeat(10_000_000)}"`, "wrong-value"],
    ["20 megabytes that never end", `"${"\\n".repeat(10_000_000)}`, "not-json"],
    ["megabytes of white space", `${" ".repeat(5_000_000)}[]`, "wrong-value"],
    ["a lone surrogate for a text", "\ud800", "not-json"],
    ["nothing", "", "not-json"],
  ])("refuses %s", (_what, input, code) => {
    expect(codesOf(input)).toEqual([code]);
  });

  it("refuses an object nested 10,000 deep", () => {
    expect(codesOf(nested(10_000))).toEqual(["unknown-element", "missing-element", "wrong-value"]);
  });

  it("reads 50,000 statements, and 50,000 wrong ones, in linear time", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({ ...statement, Sid: `S${index}` }));
    expect(codesOf(JSON.stringify(policyWith(...many)))).toEqual([]);
    expect(readPolicy(JSON.stringify(policyWith(...many.map(() => ({}))))).problems).toHaveLength(100_000);
  }, 10_000);

  it("copies no long key for each of its values", () => {
    const condition = { ["k".repeat(1_000_000)]: { key: Array.from({ length: 5000 }, () => ({})) } };
    expect(codesOf(JSON.stringify(policyWith({ ...statement, Condition: condition })))).toEqual(["wrong-value"]);
  }, 10_000);

  const elements = fc.constantFrom(
    "Version",
    "Statement",
    "Effect",
    "Action",
    "NotAction",
    "Resource",
    "Principal",
    "Condition",
    "Sid",
    "AWS",
    "__proto__",
    "constructor",
    "\ud800",
  );
  const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>("Allow", "Deny", "*", "2012-10-17", null, true, 7, "\udc00", "", [], {}),
      fc.array(tie("value"), { maxLength: 3 }),
      fc
        .array(fc.tuple(elements, tie("value")), { maxLength: 5 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
  }));

  it("answers with a document or with problems, for text and for object", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const text = JSON.stringify(value);
        const read = readPolicy(text);
        expect(read.document !== undefined || read.problems.length > 0).toBe(true);
        for (const { position = -1 } of read.problems) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(text.length);
        }
        if (typeof value !== "object" || value === null) return;
        const ofObject = readPolicy(value);
        expect(ofObject.document).toEqual(read.document);
        expect(ofObject.problems.map(({ code }) => code)).toEqual(read.problems.map(({ code }) => code));
      }),
      { numRuns: 10_000 },
    );
  });

  it("agrees with parsePolicy on what is a policy", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const { document, problems } = readPolicy(JSON.stringify(value));
        const refusals = problems.filter(({ code }) => code !== "lone-surrogate");
        const parsed = parsePolicy(JSON.stringify(value));
        expect("document" in parsed ? parsed.document : undefined).toEqual(
          refusals.length === 0 ? document : undefined,
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
