import { describe, expect, it } from "vitest";
import { demandedValues } from "./demanded-values";

const key = "sts:externalid";

describe("demandedValues", () => {
  it.each<[string, Record<string, Record<string, readonly string[]>>, readonly string[] | undefined]>([
    ["a value", { StringEquals: { "sts:ExternalId": ["1"] } }, ["1"]],
    ["one of several", { StringEquals: { "sts:ExternalId": ["1", "2"] } }, ["1", "2"]],
    ["a pattern", { StringLike: { "sts:ExternalId": ["a*"] } }, ["a*"]],
    ["a literal star, which no caller has", { StringEquals: { "sts:ExternalId": ["*"] } }, ["*"]],
    ["operator and key in other letter case", { stringequals: { "STS:EXTERNALID": ["1"] } }, ["1"]],
    ["any of a set", { "ForAnyValue:StringEquals": { "sts:ExternalId": ["1"] } }, ["1"]],
    ["everything", { StringLike: { "sts:ExternalId": ["**"] } }, undefined],
    ["everything or something", { StringLike: { "sts:ExternalId": ["1", "*"] } }, undefined],
    ["nothing where the key is missing", { StringEqualsIfExists: { "sts:ExternalId": ["1"] } }, undefined],
    ["all of an empty set", { "ForAllValues:StringEquals": { "sts:ExternalId": ["1"] } }, undefined],
    ["anything but a value", { StringNotEquals: { "sts:ExternalId": ["1"] } }, undefined],
    ["presence only", { Null: { "sts:ExternalId": ["false"] } }, undefined],
    ["another key", { StringEquals: { "aws:PrincipalArn": ["1"] } }, undefined],
    [
      "something beside what demands nothing",
      { Null: { x: ["true"] }, StringEquals: { "sts:ExternalId": ["1"] } },
      ["1"],
    ],
  ])("of %s", (_what, condition, expected) => {
    expect(demandedValues(condition, key)).toEqual(expected);
  });

  it("of no condition", () => {
    expect(demandedValues(undefined, key)).toBeUndefined();
  });
});
