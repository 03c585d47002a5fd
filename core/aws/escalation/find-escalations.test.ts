import { describe, expect, it } from "vitest";
import { permissionsOf } from "#core/aws/permissions";
import { readPolicy, type PolicyDocument } from "#core/aws/policy";
import { escalationMethods } from "./escalation-methods";
import type { EscalationMethod } from "./escalation-method";
import { findEscalations } from "./find-escalations";

const now = Date.parse("2026-11-25T00:00:00Z");

type Statement = Readonly<Record<string, unknown>>;

function documentOf(...statements: readonly Statement[]): PolicyDocument {
  const { document, problems } = readPolicy({ Version: "2012-10-17", Statement: statements });
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

const allow = (actions: readonly string[], more: Statement = {}): Statement => ({
  Effect: "Allow",
  Action: actions,
  Resource: "*",
  ...more,
});
const deny = (actions: readonly string[], more: Statement = {}): Statement =>
  allow(actions, { Effect: "Deny", ...more });

/** Every method that the documents give, variants included. */
function methodsOf(identity: readonly PolicyDocument[], boundary?: PolicyDocument): readonly EscalationMethod[] {
  const sourced = identity.map((document, index) => ({ id: `policy ${index}`, document }));
  const permissions = permissionsOf(
    { identity: sourced, ...(boundary && { boundary: [{ id: "boundary", document: boundary }] }) },
    now,
  );
  return findEscalations(permissions, { hasDeny: true }).flatMap(({ method, variants }) => [method, ...variants]);
}

const methods = escalationMethods.map((method) => ({ title: `${method.name} (${method.actions.join(", ")})`, method }));

describe.each(methods)("$title", ({ method }) => {
  const { actions } = method;
  const own = documentOf(allow(actions));

  it("is found by its own actions", () => {
    expect(methodsOf([own])).toContain(method);
  });

  it("is found in any letter case, and by patterns that hold its actions", () => {
    expect(methodsOf([documentOf(allow(actions.map((action) => action.toUpperCase())))])).toContain(method);
    expect(methodsOf([documentOf(allow(actions.map((action) => `${action.slice(0, -1)}*`)))])).toContain(method);
    expect(methodsOf([documentOf(allow(["*"]))])).toContain(method);
    expect(methodsOf([documentOf({ Effect: "Allow", NotAction: "support:*", Resource: "*" })])).toContain(method);
  });

  it.each(actions)("is not found without %s", (action) => {
    const rest = actions.filter((each) => each !== action);
    const found = rest.length === 0 ? [] : methodsOf([documentOf(allow(rest))]);
    expect(found).not.toContain(method);
  });

  it("is found when its actions are split over two documents and a group's", () => {
    const parts = [0, 1, 2].map((part) => actions.filter((_, index) => index % 3 === part));
    const documents = parts.map((part) => documentOf(allow(["s3:ListAllMyBuckets", ...part])));
    expect(methodsOf(documents)).toContain(method);
  });

  it.each(actions)("is not found when another document denies %s in other letter case", (action) => {
    expect(methodsOf([own, documentOf(deny([action.toLowerCase()]))])).not.toContain(method);
    expect(methodsOf([own, documentOf(deny([action.toUpperCase()]))])).not.toContain(method);
  });

  it("is not found when everything is denied, or all but something else", () => {
    expect(methodsOf([own, documentOf(deny(["*"]))])).toEqual([]);
    expect(methodsOf([own, documentOf({ Effect: "Deny", NotAction: "s3:*", Resource: "*" })])).toEqual([]);
    expect(methodsOf([own, documentOf({ Effect: "Deny", Action: "*", NotResource: "arn:aws:s3:::a/b" })])).toEqual([]);
  });

  it.each(actions)("is not found when the boundary lacks %s", (action) => {
    const boundary = documentOf(allow(["s3:ListAllMyBuckets", ...actions.filter((each) => each !== action)]));
    expect(methodsOf([own], boundary)).not.toContain(method);
  });

  it("is found within a boundary that allows its actions", () => {
    expect(methodsOf([own], own)).toContain(method);
  });

  it.each([
    { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
    { DateLessThan: { "aws:TokenIssueTime": "2020-01-01T00:00:00Z" } },
    { StringEquals: { "aws:PrincipalTag/team": "a" }, StringNotEquals: { "aws:PrincipalTag/team": ["a", "b"] } },
    { Null: { "aws:PrincipalArn": "true" } },
  ])("is not found behind a condition that can never hold: %j", (Condition) => {
    expect(methodsOf([documentOf(allow(actions, { Condition }))])).toEqual([]);
  });

  it.each([
    { StringLike: { "aws:PrincipalArn": "*" } },
    { Bool: { "aws:SecureTransport": "true" } },
    { DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
    { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
    { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  ])("is found behind a condition that can hold: %j", (Condition) => {
    expect(methodsOf([documentOf(allow(actions, { Condition }))])).toContain(method);
  });

  it("is not found on what AWS owns, or on what is nothing", () => {
    const nobodys = ["arn:aws:iam::aws:policy/*", "arn:aws:iam::aws:role/x", "arn:aws:iam::aws:user/x", "role/x"];
    expect(methodsOf([documentOf(allow(actions, { Resource: nobodys }))])).toEqual([]);
  });

  it("is found on ARNs that are as good as all", () => {
    const resources = ["arn:aws:*:*:111122223333:*", "arn:aws:sso:::*", "arn:aws:ec2:*::*", "arn:aws:s3:::*"];
    expect(methodsOf([documentOf(allow(actions, { Resource: resources }))])).toContain(method);
    expect(methodsOf([documentOf(allow(actions, { Resource: "arn:*" }))])).toContain(method);
    expect(methodsOf([documentOf({ Effect: "Allow", Action: actions })])).toContain(method);
  });
});
