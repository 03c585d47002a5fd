import { describe, expect, it } from "vitest";
import { evaluateCondition, type ConditionBlock } from "./evaluate-condition";
import type { AuthorizationRequest } from "./request";
import type { Truth } from "./truth";

const request: AuthorizationRequest = {
  principalArn: "arn:aws:iam::111122223333:user/alice",
  action: "s3:GetObject",
  resource: "*",
  context: new Map([
    ["s", ["Value"]],
    ["star", ["a*"]],
    ["n", ["10"]],
    ["d", ["2026-01-01T00:00:00Z"]],
    ["b", ["true"]],
    ["bin", ["QmluYXJ5"]],
    ["ip", ["203.0.113.7"]],
    ["arn", ["arn:aws:iam::111122223333:role/Developer"]],
    ["multi", ["one", "two"]],
    ["empty", []],
    ["aws:username", ["Value"]],
  ]),
  unknownKeys: (key) => key === "unknown",
};

const corpus: readonly (readonly [because: string, operator: string, key: string, value: string | string[], Truth])[] =
  [
    ["equal", "StringEquals", "s", "Value", true],
    ["letter case counts in values", "StringEquals", "s", "value", false],
    ["letter case does not count in keys", "StringEquals", "S", "Value", true],
    ["one of several values is enough", "StringEquals", "s", ["x", "Value"], true],
    ["a star is a star in StringEquals", "StringEquals", "s", "Val*", false],
    ["a star is a star in StringEquals", "StringEquals", "star", "a*", true],
    ["equal in any case", "StringEqualsIgnoreCase", "s", "VALUE", true],
    ["like", "StringLike", "s", "V?l*", true],
    ["like counts letter case", "StringLike", "s", "v*", false],
    ["an escaped star is a star", "StringLike", "s", "V${*}", false],
    ["a variable stands for its value", "StringEquals", "s", "${aws:username}", true],
    ["a variable without value equals nothing", "StringEquals", "s", "${aws:absent}", false],
    ["a variable without value is also not equal", "StringNotEquals", "s", "${aws:absent}", true],
    ["not equal to any of them", "StringNotEquals", "s", ["x", "Value"], false],
    ["not equal", "StringNotEquals", "s", ["x", "y"], true],
    ["not equal in any case", "StringNotEqualsIgnoreCase", "s", "VALUE", false],
    ["not like", "StringNotLike", "s", "V*", false],
    ["10 = 10.0", "NumericEquals", "n", "10.0", true],
    ["10 ≠ 10 is false", "NumericNotEquals", "n", "10", false],
    ["10 < 10 is false", "NumericLessThan", "n", "10", false],
    ["10 < 11", "NumericLessThan", "n", "11", true],
    ["10 ≤ 10", "NumericLessThanEquals", "n", "10", true],
    ["10 > 10 is false", "NumericGreaterThan", "n", "10", false],
    ["10 > 9", "NumericGreaterThan", "n", "9", true],
    ["10 ≥ 10", "NumericGreaterThanEquals", "n", "10", true],
    ["text is no number", "NumericEquals", "s", "Value", false],
    ["seconds since 1970", "DateEquals", "d", "1767225600", true],
    ["another zone", "DateEquals", "d", "2026-01-01T01:00:00+01:00", true],
    ["a day is its first instant", "DateNotEquals", "d", "2026-01-01", false],
    ["before", "DateLessThan", "d", "2026-01-01T00:00:01Z", true],
    ["not before itself", "DateLessThan", "d", "2026-01-01T00:00:00Z", false],
    ["at the latest", "DateLessThanEquals", "d", "2026-01-01T00:00:00Z", true],
    ["after", "DateGreaterThan", "d", "2025-12-31", true],
    ["at the earliest", "DateGreaterThanEquals", "d", "2026-01-01", true],
    ["a time without zone is no date", "DateLessThan", "d", "2027-01-01T00:00:00", false],
    ["true", "Bool", "b", "True", true],
    ["not false", "Bool", "b", "false", false],
    ["text is not a boolean", "Bool", "s", "Value", false],
    ["the same bytes", "BinaryEquals", "bin", "QmluYXJ5", true],
    ["other bytes", "BinaryEquals", "bin", "QmluYXJ6", false],
    ["in the range", "IpAddress", "ip", ["198.51.100.0/24", "203.0.113.0/24"], true],
    ["outside the range", "NotIpAddress", "ip", "203.0.113.0/24", false],
    ["an ARN like another", "ArnLike", "arn", "arn:aws:iam::*:role/Dev*", true],
    ["ArnEquals takes wildcards too", "ArnEquals", "arn", "arn:aws:iam::*:role/Dev*", true],
    ["another ARN", "ArnNotLike", "arn", "arn:aws:iam::*:role/Admin*", true],
    ["the same ARN", "ArnNotEquals", "arn", "arn:aws:iam::111122223333:role/Developer", false],

    ["an absent key equals nothing", "StringEquals", "absent", "x", false],
    ["an absent key is not equal", "StringNotEquals", "absent", "x", true],
    ["an absent key is in no range", "NotIpAddress", "absent", "0.0.0.0/0", true],
    ["a key without values is absent", "StringNotEquals", "empty", "x", true],
    ["IfExists lets an absent key pass", "StringEqualsIfExists", "absent", "x", true],
    ["IfExists compares a key that is there", "StringEqualsIfExists", "s", "x", false],
    ["IfExists on a boolean", "BoolIfExists", "b", "false", false],
    ["Null true: absent", "Null", "absent", "true", true],
    ["Null true: there", "Null", "s", "true", false],
    ["Null false: there", "Null", "s", "false", true],
    ["Null false: no values", "Null", "empty", "false", false],

    ["every value is listed", "ForAllValues:StringEquals", "multi", ["one", "two", "three"], true],
    ["one value is not listed", "ForAllValues:StringEquals", "multi", ["one"], false],
    ["no value at all", "ForAllValues:StringEquals", "absent", ["one"], true],
    ["no value is listed", "ForAllValues:StringNotEquals", "multi", ["three"], true],
    ["a value is listed", "ForAllValues:StringNotEquals", "multi", ["one"], false],
    ["a value is listed", "ForAnyValue:StringLike", "multi", ["o*"], true],
    ["none is listed", "ForAnyValue:StringEquals", "multi", ["three"], false],
    ["none there, none found", "ForAnyValue:StringEquals", "absent", ["one"], false],
    ["none there, none differs", "ForAnyValue:StringNotEquals", "absent", ["one"], false],
    ["one differs", "ForAnyValue:StringNotEquals", "multi", ["one"], true],
    ["none there, but IfExists", "ForAnyValue:StringEqualsIfExists", "absent", ["one"], true],

    ["nobody knows the key", "StringEquals", "Unknown", "x", { unknownKeys: ["unknown"] }],
    ["nobody knows the variable", "StringEquals", "s", "${unknown}", { unknownKeys: ["unknown"] }],
    ["another value matches", "StringEquals", "s", ["${unknown}", "Value"], true],
    ["nobody knows whether it is there", "Null", "unknown", "true", { unknownKeys: ["unknown"] }],
    ["IAM has no such operator", "StringMatches", "s", "Value", { unknownKeys: ["s"] }],
    ["operators are no properties", "constructor", "s", "Value", { unknownKeys: ["s"] }],
  ];

describe("evaluateCondition", () => {
  it.each(corpus)("%s: %s %s %j", (_because, operator, key, value, expected) => {
    expect(evaluateCondition({ [operator]: { [key]: value } }, request)).toEqual(expected);
  });

  const yes: ConditionBlock = { StringEquals: { s: "Value" } };
  it.each<[ConditionBlock, Truth]>([
    [{}, true],
    [{ ...yes, Bool: { b: true } }, true],
    [{ ...yes, NumericEquals: { n: 11 } }, false],
    [{ StringEquals: { s: "Value", multi: "three" } }, false],
    [{ ...yes, Bool: { unknown: "true" } }, { unknownKeys: ["unknown"] }],
    [{ Bool: { unknown: "true", b: "false" } }, false],
  ])("takes operators and keys together: %j", (condition, expected) => {
    expect(evaluateCondition(condition, request)).toEqual(expected);
  });

  it("leaves variables alone in documents of before 2012-10-17", () => {
    expect(evaluateCondition({ StringEquals: { s: "${aws:username}" } }, request, false)).toBe(false);
  });
});
