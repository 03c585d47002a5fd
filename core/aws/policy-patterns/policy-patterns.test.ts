import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import {
  canNameType,
  conditionTests,
  coversAction,
  coversPattern,
  demandsKey,
  isEveryAction,
  isEveryResource,
  isWholeType,
} from "#core/aws/policy-patterns";
import { overlap, tokensOfResource } from "./patterns-overlap";

const role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";
const bucket = "arn:${Partition}:s3:::${BucketName}";
const object = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";

describe("coversPattern", () => {
  it.each([
    ["*", "anything", true],
    ["iam:*", "iam:get*", true],
    ["iam:g*", "iam:*", false],
    ["iam:get*", "iam:getrole", true],
    ["?*", "*:*", true],
    ["**", "*:*", true],
    ["s?:x", "s?:x", true],
    ["s?:x", "s*:x", false],
    ["s3:get?bject", "s3:getobject", true],
  ])("%s covers %s: %s", (wide, narrow, expected) => {
    expect(coversPattern(wide, narrow)).toBe(expected);
  });
});

describe("isEveryAction", () => {
  it.each(["*", "*:*", "**", "?*", "*:**"])("takes %s for all", (pattern) => {
    expect(isEveryAction(pattern)).toBe(true);
  });
  it.each(["iam:*", "*:Get*", "i*", "", ":"])("takes %s for less", (pattern) => {
    expect(isEveryAction(pattern)).toBe(false);
  });
  it("compares actions in any letter case", () => {
    expect(coversAction("IAM:Pass*", "iam:passrole")).toBe(true);
  });
});

describe("resources", () => {
  it.each(["*", "arn:*", "arn:aws:*", "arn:*:*:*:*:*", "arn:aws:*:*:*:*", "arn:aws-cn:*"])(
    "%s is every one",
    (text) => {
      expect(isEveryResource(text)).toBe(true);
    },
  );
  it.each(["arn:aws:s3:::*", "arn:aws:iam::*:role/*", "arn:aws:*:*:111122223333:*", ""])("%s is not", (text) => {
    expect(isEveryResource(text)).toBe(false);
  });

  it.each([
    ["arn:aws:iam::*:role/*", role, true],
    ["arn:aws:iam::111122223333:role/*", role, true],
    ["arn:aws:iam::111122223333:*", role, true],
    ["arn:*:iam::111122223333:role*", role, true],
    ["arn:aws:iam::111122223333:role/app-*", role, false],
    ["arn:aws:s3:::*", bucket, true],
    ["arn:aws:s3:::*/*", object, true],
    ["arn:aws:s3:::mine/*", object, false],
  ])("%s names all of %s: %s", (resource, arnPattern, expected) => {
    expect(isWholeType(resource, arnPattern)).toBe(expected);
  });

  it.each([
    ["arn:aws:s3:::mine", bucket, true],
    ["arn:aws:s3:::mine/*", bucket, false],
    ["arn:aws:s3:::mine", object, false],
    ["arn:aws:s3:::mine*", object, true],
    ["arn:aws:iam::111122223333:user/x", role, false],
    ["arn:aws:iam::111122223333:role/${aws:username}", role, true],
    ["arn:aws:iam::111122223333:rol?/x", role, true],
    ["*", object, true],
    ["", object, false],
  ])("%s can name one of %s: %s", (resource, arnPattern, expected) => {
    expect(canNameType(resource, arnPattern)).toBe(expected);
  });

  it("overlap wherever one text matches both", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 6 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, pattern, text, (left, right, each) => {
        const both = [left, right].every((one) => matchesWildcard(parsePattern(one), each));
        if (both) expect(overlap(tokensOfResource(left), tokensOfResource(right))).toBe(true);
        if (!/[*?]/.test(left)) {
          expect(overlap(tokensOfResource(left), tokensOfResource(right))).toBe(
            matchesWildcard(parsePattern(right), left),
          );
        }
        if (matchesWildcard(parsePattern(right), each) && coversPattern(left, right) && each.length > 2) {
          expect(matchesWildcard(parsePattern(left), each)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe("conditions", () => {
  it("are read operator by operator", () => {
    const tests = conditionTests({
      "ForAllValues:StringLikeIfExists": { a: ["x"] },
      Null: { b: ["true"] },
      No: { c: [] },
    });
    expect(tests.map(({ parts, path }) => [path, parts])).toEqual([
      ["ForAllValues:StringLikeIfExists.a", { base: "StringLike", set: "ForAllValues", ifExists: true }],
      ["Null.b", { base: "Null", set: undefined, ifExists: false }],
      ["No.c", undefined],
    ]);
  });

  it.each([
    [{ StringEquals: { "IAM:PassedToService": ["ec2.amazonaws.com"] } }, true],
    [{ StringLike: { "iam:PassedToService": ["ec2.*"] } }, true],
    [{ StringLike: { "iam:PassedToService": ["ec2.*", "*"] } }, false],
    [{ StringEqualsIfExists: { "iam:PassedToService": ["ec2.amazonaws.com"] } }, false],
    [{ "ForAllValues:StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com"] } }, false],
    [{ StringNotEquals: { "iam:PassedToService": ["ec2.amazonaws.com"] } }, false],
    [{}, false],
  ])("%j demands the key: %s", (condition, expected) => {
    expect(demandsKey(condition, "iam:passedtoservice")).toBe(expected);
  });
});
