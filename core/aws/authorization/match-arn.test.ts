import { describe, expect, it } from "vitest";
import { matchesArn, matchesResource } from "./match-arn";
import { parsePattern } from "./match-wildcard";

const role = "arn:aws:iam::111122223333:role/team/Developer";

describe("matchesArn", () => {
  it.each([
    [role, role, true],
    ["arn:aws:iam::*:role/*", role, true],
    ["arn:*:iam::111122223333:role/team/Developer", role, true],
    ["arn:aws:iam::11112222333?:role/*", role, true],
    ["arn:aws:iam::444455556666:role/*", role, false],
    ["arn:aws:iam::111122223333:role/team/developer", role, false],
    ["*", role, true],
    ["arn:aws:iam:*", role, false],
    ["arn:aws:iam:*:role/team/Developer", role, false],
    ["arn:aws:logs:*:*:log-group:*:log-stream:*", "arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b", true],
    ["arn:aws:iam::*:role/*", "not an ARN", false],
  ])("%s against %s is %s", (pattern, arn, expected) => {
    expect(matchesArn(parsePattern(pattern), arn)).toBe(expected);
  });
});

describe("matchesResource", () => {
  it.each([
    ["*", role, true],
    ["arn:aws:iam:*", role, true],
    ["arn:aws:iam::111122223333:role/*", role, true],
    ["arn:aws:iam::111122223333:role/TEAM/*", role, false],
    ["arn:aws:s3:::bucket/*.txt", "arn:aws:s3:::bucket/a:b.txt", true],
    ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/key", false],
    ["*", "*", true],
    ["arn:aws:iam::*", "*", false],
  ])("%s against %s is %s", (pattern, resource, expected) => {
    expect(matchesResource(parsePattern(pattern), resource)).toBe(expected);
  });
});
