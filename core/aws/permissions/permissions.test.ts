import { describe, expect, it } from "vitest";
import type { SourcedPolicy } from "#core/aws/authorization";
import { readPolicy } from "#core/aws/policy";
import { permissionsOf } from "./permissions";

const now = Date.parse("2026-11-25T00:00:00Z");

function policy(id: string, ...Statement: readonly object[]): SourcedPolicy {
  const { document } = readPolicy({ Version: "2012-10-17", Statement });
  if (document === undefined) throw new Error("the test's own policy is malformed");
  return { id, document };
}

const unknown = (id: string): SourcedPolicy => ({ id, document: "unknown" });
const allow = (Action: unknown, Resource: unknown = "*", more: object = {}): object => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown = "*", more: object = {}): object => ({
  ...allow(Action, Resource, more),
  Effect: "Deny",
});
const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
const reference = (id: string, statement: number) => ({ kind: "identity-based policy", policy: id, statement });

describe("permissionsOf", () => {
  it("tells resources and statements of what is allowed for sure", () => {
    const identity = [
      policy("one", allow("s3:*", "arn:aws:s3:::a/*")),
      policy("two", allow("S3:getobject", "*", { Sid: "A" })),
    ];
    expect(permissionsOf({ identity }, now).grant("s3:GetObject")).toEqual({
      kind: "certain",
      resources: ["arn:aws:s3:::a/*", "*"],
      keys: [],
      statements: [reference("one", 0), { ...reference("two", 0), sid: "A" }],
    });
  });

  it("tells the keys that an Allow or a Deny hangs on", () => {
    const without = { Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } };
    const identity = [policy("one", allow("s3:*", "*", mfa), deny("*", "*", without))];
    expect(permissionsOf({ identity }, now).grant("s3:GetObject")).toMatchObject({
      kind: "conditional",
      keys: ["aws:multifactorauthpresent", "aws:requestedregion"],
    });
  });

  it("is certain on what a conditional Deny leaves", () => {
    const identity = [policy("one", allow("s3:*"), deny("s3:*", "arn:aws:s3:::a/*", mfa))];
    expect(permissionsOf({ identity }, now).grant("s3:GetObject").kind).toBe("certain");
  });

  it("leaves open what only an unread document could allow", () => {
    const permissions = permissionsOf({ identity: [policy("one", allow("s3:*")), unknown("two")] }, now);
    expect(permissions.grant("s3:GetObject").kind).toBe("certain");
    expect(permissions.grant("iam:GetRole")).toEqual({ kind: "open", resources: [], keys: [], statements: [] });
    expect(permissions.unknownDocuments).toEqual(["two"]);
  });

  it("leaves open what an unread boundary could refuse", () => {
    const permissions = permissionsOf({ identity: [policy("one", allow("s3:*"))], boundary: [unknown("limit")] }, now);
    expect(permissions.grant("s3:GetObject").kind).toBe("open");
    expect(permissions.grant("iam:GetRole").kind).toBe("none");
    expect(permissions.unknownDocuments).toEqual(["limit"]);
  });

  it("grants a pattern where all of it is granted", () => {
    const granted = (...statements: readonly object[]): string =>
      permissionsOf({ identity: [policy("one", ...statements)] }, now).grant("iam:Put*").kind;
    expect(granted(allow("iam:*"))).toBe("certain");
    expect(granted(allow("iam:Pu*"))).toBe("certain");
    expect(granted({ Effect: "Allow", NotAction: "s3:*", Resource: "*" })).toBe("certain");
    expect(granted({ Effect: "Allow", NotAction: "iam:PutUserPolicy", Resource: "*" })).toBe("none");
    expect(granted(allow(["iam:PutUserPolicy", "iam:PutR*"]))).toBe("none");
    expect(granted(allow("iam:*"), deny("iam:PutUserPolicy"))).toBe("none");
  });

  it("takes away what is the caller's own only where it is sure to be", () => {
    const own = "arn:aws:iam::${aws:PrincipalAccount}:user/*";
    const self = "arn:aws:iam::*:user/${aws:username}";
    const targets = { arns: ["arn:${Partition}:iam::${Account}:user/${UserNameWithPath}"] };
    const kind = (denied: string): string =>
      permissionsOf({ identity: [policy("one", allow("iam:*"), deny("iam:*", denied))] }, now).grant(
        "iam:CreateAccessKey",
        {},
        targets,
      ).kind;
    expect(kind(own)).toBe("none");
    expect(kind(self)).toBe("certain");
  });

  it("reads variables with colons, and literal wildcards", () => {
    const targets = { arns: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"] };
    const kind = (resource: string): string =>
      permissionsOf({ identity: [policy("one", allow("iam:PassRole", resource))] }, now).grant(
        "iam:PassRole",
        {},
        targets,
      ).kind;
    expect(kind("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x")).toBe("certain");
    expect(kind("arn:aws:iam::${AWS::AccountId}:user/x")).toBe("none");
    expect(kind("arn:aws:iam::111122223333:role/${*}")).toBe("certain");
    expect(kind("arn:aws:iam::111122223333:${*}/x")).toBe("none");
  });

  it("leaves out statements that name a principal", () => {
    const identity = [policy("one", { ...allow("*"), Principal: "*" })];
    expect(permissionsOf({ identity }, now).grant("s3:GetObject").kind).toBe("none");
  });

  it("knows whether anything is denied by the principal's own policies", () => {
    expect(permissionsOf({ identity: [policy("one", deny("s3:*"))] }, now).hasDeny).toBe(true);
    expect(permissionsOf({ identity: [], boundary: [policy("one", deny("s3:*"))] }, now).hasDeny).toBe(false);
  });
});
