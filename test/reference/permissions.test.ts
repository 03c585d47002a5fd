import { permissionsOf } from "#core/aws/permissions";
import type { Condition, PolicyDocument, Statement } from "#core/aws/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naivelyGranted, type World } from "./naive-permissions";

const account = "111122223333";
const now = Date.parse("2026-11-25T00:00:00Z");
const targets = { arns: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"] };

const arn = (name: string): string => `arn:aws:iam::${account}:${name}`;
const contexts = [[], ["red"], ["blue"]].flatMap((team) =>
  [[], ["true"], ["false"]].map(
    (mfa) =>
      new Map([
        ["aws:principaltag/team", team],
        ["aws:multifactorauthpresent", mfa],
        ["aws:currenttime", [new Date(now).toISOString()]],
      ]),
  ),
);

/** One for each combination of the patterns below: of one letter or more, by how it begins and how it ends. */
const texts = ["a", "b", "c", "x", "ab", "ac", "bb", "bc", "cb", "cc", "xb", "xc", "x/b", "x/c"];
const names = texts.map((text) => `role/${text}`);
const world: World = { account, resources: names.map(arn), contexts };

const actions = ["iam:GetRole", "iam:PassRole", "iam:PutRolePolicy", "s3:GetObject"];
const list = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const listedActions = list([...actions, "iam:*", "IAM:pass*", "*", "s3:*", "iam:P?tRolePolicy", "*:Get*"]);
const listedResources = list([
  "*",
  arn("*"),
  arn("role/*"),
  arn("role/a"),
  arn("role/a*"),
  arn("role/*b"),
  arn("role/x/*"),
  arn("role/?"),
  arn("user/*"),
  "arn:aws:iam::*:role/x",
  "arn:*:role/b*",
  "arn:aws:s3:::bucket/*",
]);
const conditions = fc.constantFrom<(Condition | undefined)[]>(
  undefined,
  undefined,
  { StringEquals: { "aws:PrincipalTag/team": ["red"] } },
  { StringNotEquals: { "aws:PrincipalTag/team": ["red"] } },
  { StringEquals: { "aws:PrincipalTag/team": ["red"] }, StringNotLike: { "aws:PrincipalTag/team": ["r*"] } },
  { Bool: { "aws:MultiFactorAuthPresent": ["true"] } },
  { BoolIfExists: { "aws:MultiFactorAuthPresent": ["false"] } },
  { Null: { "aws:MultiFactorAuthPresent": ["true"] }, Bool: { "aws:MultiFactorAuthPresent": ["true"] } },
  { DateLessThan: { "aws:CurrentTime": ["2020-01-01T00:00:00Z"] } },
  { DateGreaterThan: { "aws:CurrentTime": ["2020-01-01T00:00:00Z"] } },
  { StringLikeIfExists: { "aws:PrincipalTag/team": ["*"] } },
);

const statement = (withConditions: boolean): fc.Arbitrary<Statement> =>
  fc
    .record({
      Effect: fc.constantFrom<Statement["Effect"][]>("Allow", "Allow", "Deny"),
      action: fc.constantFrom<("Action" | "NotAction")[]>("Action", "Action", "NotAction"),
      actions: listedActions,
      resource: fc.constantFrom<("Resource" | "NotResource")[]>("Resource", "Resource", "Resource", "NotResource"),
      resources: listedResources,
      Condition: withConditions ? conditions : fc.constant(undefined),
    })
    .map(({ Effect, action, actions, resource, resources, Condition }) => ({
      Effect,
      [action]: actions,
      [resource]: resources,
      ...(Condition && { Condition }),
    }));

const documents = (withConditions: boolean): fc.Arbitrary<PolicyDocument[]> =>
  fc
    .array(fc.array(statement(withConditions), { minLength: 1, maxLength: 3 }), { maxLength: 2 })
    .map((all) => all.map((Statement) => ({ Version: "2012-10-17", Statement })));

const boundaries = (withConditions: boolean): fc.Arbitrary<PolicyDocument[]> =>
  fc.oneof(fc.constant<PolicyDocument[]>([]), documents(withConditions));

function granted(identity: PolicyDocument[], boundary: PolicyDocument[], action: string): string {
  const sourced = (all: PolicyDocument[]) => all.map((document, index) => ({ id: String(index), document }));
  const policies = { identity: sourced(identity), boundary: sourced(boundary) };
  return permissionsOf(policies, now).grant(action, {}, targets).kind;
}

describe("permissionsOf, judged by trying everything", () => {
  it("agrees where no statement has a condition", () => {
    const expected = { never: "none", always: "certain", sometimes: "certain" };
    fc.assert(
      fc.property(documents(false), boundaries(false), fc.constantFrom(...actions), (identity, boundary, action) => {
        const naive = naivelyGranted({ identity, boundary }, action, { ...world, contexts: contexts.slice(0, 1) });
        expect(granted(identity, boundary, action)).toBe(expected[naive]);
      }),
      { numRuns: 400 },
    );
  });

  it("grants whatever some request may, and is certain only of what each may", () => {
    fc.assert(
      fc.property(documents(true), boundaries(true), fc.constantFrom(...actions), (identity, boundary, action) => {
        const naive = naivelyGranted({ identity, boundary }, action, world);
        const kind = granted(identity, boundary, action);
        if (naive !== "never") expect(kind).not.toBe("none");
        if (kind === "certain") expect(naive).toBe("always");
      }),
      { numRuns: 400 },
    );
  });

  it("grants nothing by one statement that never holds", () => {
    fc.assert(
      fc.property(statement(true), fc.constantFrom(...actions), (only, action) => {
        const identity: PolicyDocument[] = [{ Version: "2012-10-17", Statement: [only] }];
        const naive = naivelyGranted({ identity, boundary: [] }, action, world);
        expect(granted(identity, [], action) === "none").toBe(naive === "never");
      }),
      { numRuns: 500 },
    );
  });
});
