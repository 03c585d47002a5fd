import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy, type PolicyDocument, serializePolicy } from "#core/aws/policy";

const minimal = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } };

function documentOf(input: string | object): PolicyDocument {
  const parsed = parsePolicy(input);
  if ("malformed" in parsed) throw new Error(parsed.malformed.message);
  return parsed.document;
}

function faultOf(input: string | object) {
  const parsed = parsePolicy(input);
  return "malformed" in parsed ? parsed.malformed : undefined;
}

describe("parsePolicy", () => {
  it("makes lists of what may be one or many", () => {
    const document = documentOf({
      Version: "2012-10-17",
      Id: "x",
      Statement: {
        Sid: "One",
        Effect: "Deny",
        Principal: { AWS: "111122223333", Federated: ["a", "b"] },
        NotAction: "iam:Get*",
        NotResource: "*",
        Condition: { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:max-keys": [10, "20"] } },
      },
    });
    expect(document).toEqual({
      Version: "2012-10-17",
      Id: "x",
      Statement: [
        {
          Sid: "One",
          Effect: "Deny",
          Principal: { AWS: ["111122223333"], Federated: ["a", "b"] },
          NotAction: ["iam:Get*"],
          NotResource: ["*"],
          Condition: { Bool: { "aws:SecureTransport": ["false"] }, NumericLessThan: { "s3:max-keys": ["10", "20"] } },
        },
      ],
    });
  });

  it("gives a policy without version the older one, as AWS does", () => {
    expect(documentOf({ Statement: minimal.Statement }).Version).toBe("2008-10-17");
  });

  it.each([
    ["", 0, "the text ends where a value should be"],
    ['{"Version":', 11, "the text ends where a value should be"],
    ['{"a":1,}', 7, "a key in quotes should be here"],
    ['{"a" 1}', 5, "a colon should be here"],
    ["[1 2]", 3, "a comma or ] should be here"],
    ['{"a":tru}', 5, "a value should be here"],
    ['{"a":1} x', 8, "nothing should be after the end"],
    ['{"a":1,"a":2}', 7, 'the key "a" stands here a second time'],
    ['{"a":1,"\\u0061":2}', 7, 'the key "\\u0061" stands here a second time'],
    ["[".repeat(100), 65, "nothing nested deeper than 64 should be here"],
  ])("says where %j stops being JSON", (json, position, message) => {
    expect(faultOf(json)).toEqual({ position, message });
  });

  it.each([
    [{}, "Statement: expected at least one statement"],
    [{ Statement: [] }, "Statement: expected at least one statement"],
    [{ ...minimal, Version: "2020-01-01" }, "Version: expected 2012-10-17 or 2008-10-17"],
    [{ ...minimal, Statements: [] }, 'the policy: expected only Version, Id, Statement, not "Statements"'],
    [{ Statement: { ...minimal.Statement, Effect: "allow" } }, "Statement[0].Effect: expected Allow or Deny"],
    [
      { Statement: [minimal.Statement, { ...minimal.Statement, NotAction: "x" }] },
      "Statement[1]: expected only one of Action and NotAction",
    ],
    [{ Statement: { Effect: "Allow", Resource: "*" } }, "Statement[0]: expected an Action or NotAction"],
    [{ Statement: { ...minimal.Statement, Action: [] } }, "Statement[0].Action: expected at least one value"],
    [{ Statement: { ...minimal.Statement, Action: [1] } }, "Statement[0].Action: expected text"],
    [
      { Statement: { ...minimal.Statement, Principal: { Aws: "*" } } },
      'Statement[0].Principal: expected only AWS, Federated, Service, CanonicalUser, not "Aws"',
    ],
    [
      { Statement: { ...minimal.Statement, Principal: {} } },
      "Statement[0].Principal: expected * or a kind of principal",
    ],
    [
      { Statement: { ...minimal.Statement, Condition: { Bool: "x" } } },
      "Statement[0].Condition.Bool: expected an object",
    ],
    [
      {
        Statement: [
          { ...minimal.Statement, Sid: "A" },
          { ...minimal.Statement, Sid: "A" },
        ],
      },
      'Statement: expected each Sid once ("A" stands twice)',
    ],
    [[], "the policy: expected an object"],
  ])("says what is wrong with %j", (policy, message) => {
    expect(faultOf(policy)).toEqual({ message });
    expect(faultOf(JSON.stringify(policy))).toEqual({ message });
  });

  it("agrees with JSON.parse on what is JSON", () => {
    const tokens = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"b"', "1", "-", "e", " ", "null", "\\"),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          tokens.map((list) => list.join("")),
          fc.json({ maxDepth: 5 }),
        ),
        (text) => {
          const fault = faultOf(text);
          const refused = fault?.position !== undefined && !fault.message.includes("second time");
          let parses = true;
          try {
            JSON.parse(text);
          } catch {
            parses = false;
          }
          expect(refused).toBe(!parses);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("serializePolicy", () => {
  it("writes elements in AWS's order, keys sorted, lists of one as the value", () => {
    const document = documentOf({
      Statement: [
        {
          Condition: { StringEquals: { b: "2", a: ["1"] }, ArnLike: { c: "3" } },
          Resource: ["*"],
          Action: ["x", "y"],
          Effect: "Allow",
          Sid: "S",
        },
      ],
      Version: "2012-10-17",
    });
    expect(serializePolicy(document)).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Allow","Action":["x","y"],"Resource":"*",' +
        '"Condition":{"ArnLike":{"c":"3"},"StringEquals":{"a":"1","b":"2"}}}]}',
    );
  });

  it("is read back as the same document", () => {
    const document = documentOf({
      ...minimal,
      Statement: [{ ...minimal.Statement, Principal: "*", Sid: "__proto__" }],
    });
    expect(documentOf(serializePolicy(document))).toEqual(document);
  });
});
