import { describe, expect, it } from "vitest";
import { matchesAction } from "./match-action";

describe("matchesAction", () => {
  it.each([
    ["*", "iam:ListUsers", true],
    ["*:*", "iam:ListUsers", true],
    ["iam:*", "iam:ListUsers", true],
    ["IAM:list*", "iam:ListUsers", true],
    ["iam:ListUser", "iam:ListUsers", false],
    ["iam:ListUser?", "iam:ListUsers", true],
    ["i*:ListUsers", "iam:ListUsers", true],
    ["s3:*", "s3-object-lambda:GetObject", false],
  ])("%s against %s is %s", (pattern, action, expected) => {
    expect(matchesAction(pattern, action)).toBe(expected);
  });
});
