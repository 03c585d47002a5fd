import { describe, expect, it } from "vitest";
import type { PolicyDocument, Statement } from "#core/aws/policy";
import { everythingAllowed } from "#core/aws/policy-patterns";

const documentOf = (...statements: readonly Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});
const allow = (Action: readonly string[], Resource: readonly string[] = ["*"]): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
});
const allBut = (...NotAction: readonly string[]): Statement => ({ Effect: "Allow", NotAction, Resource: ["*"] });
const deny = (statement: Omit<Statement, "Effect">): Statement => ({ Effect: "Deny", Resource: ["*"], ...statement });

describe("everythingAllowed", () => {
  it("names the statements that do it together", () => {
    const documents = [documentOf(allow(["s3:*"]), allBut("iam:*", "s3:*")), documentOf(allow(["IAM:*"]))];
    expect(everythingAllowed(documents)).toEqual([
      { document: 0, statement: 1 },
      { document: 1, statement: 0 },
    ]);
  });

  it.each([
    ["a star", [allow(["*"])]],
    ["all but one service, beside all but another", [allBut("iam:*"), allBut("s3:*")]],
    ["all but what another statement has", [allBut("iam:Get*"), allow(["iam:G*"])]],
    ["all but a rest outside of IAM", [allBut("aws-portal:*", "s3:DeleteBucket")]],
    ["all resources but one", [{ Effect: "Allow", Action: ["*"], NotResource: ["arn:aws:s3:::x"] } as const]],
    ["a Deny of other services", [allow(["*"]), deny({ Action: ["s3:*", "iam:Create*"] })]],
    ["a Deny on some resources", [allow(["*"]), deny({ Action: ["*"], Resource: ["arn:aws:s3:::*"] })]],
    ["a Deny of all but IAM", [allow(["*"]), deny({ NotAction: ["iam:*"] })]],
    [
      "a Deny under a condition",
      [allow(["*"]), deny({ Action: ["*"], Condition: { Bool: { "aws:SecureTransport": ["false"] } } })],
    ],
  ])("is true of %s", (_what, statements) => {
    expect(everythingAllowed([documentOf(...statements)])).toBeDefined();
  });

  it.each([
    ["nothing", []],
    ["one service", [allow(["s3:*"])]],
    ["IAM alone", [allow(["iam:*"])]],
    ["all but IAM", [allBut("iam:*")]],
    ["all but IAM by a pattern of services", [allBut("i*:*")]],
    ["all but IAM, and a part of it", [allBut("iam:*"), allow(["iam:Get*"])]],
    ["everything in one bucket", [allow(["*"], ["arn:aws:s3:::x", "arn:aws:s3:::x/*"])]],
    ["a Deny of IAM", [allow(["*"]), deny({ Action: ["i*:*"] })]],
    ["a Deny of all but one service", [allow(["*"]), deny({ NotAction: ["s3:*"] })]],
  ])("is not true of %s", (_what, statements) => {
    expect(everythingAllowed([documentOf(...statements)])).toBeUndefined();
  });
});
