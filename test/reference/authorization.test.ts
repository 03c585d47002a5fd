import {
  authorize,
  evaluateCondition,
  type AuthorizationRequest,
  type PolicySet,
  type SourcedPolicy,
} from "#core/aws/authorization";
import type { PolicyDocument } from "#core/aws/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryComparison, arbitraryPolicies, arbitraryRequest, universe } from "./arbitrary-policies";
import { naivelyAuthorize, naivelyHolds, type NaivePolicies, type NaiveRequest } from "./naive-authorization";

function asked(request: NaiveRequest, unknownKeys: readonly string[] = []): AuthorizationRequest {
  const { account, role, name } = request.session;
  return {
    principalArn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    action: request.action,
    resource: request.resource,
    resourceAccountId: request.resourceAccount,
    context: new Map([...request.context].filter(([key]) => !unknownKeys.includes(key))),
    unknownKeys: new Set(unknownKeys),
  };
}

type Unread = (kind: keyof NaivePolicies, index: number) => boolean;

function sourced(policies: NaivePolicies, isUnread: Unread = () => false): PolicySet {
  const list = (kind: keyof NaivePolicies, documents: readonly PolicyDocument[]): SourcedPolicy[] =>
    documents.map((document, index) => ({
      id: `${kind} ${index}`,
      document: isUnread(kind, index) ? "unknown" : document,
    }));
  return {
    organisation: policies.organisation.map((level) => list("organisation", level)),
    boundary: list("boundary", policies.boundary),
    session: list("session", policies.session),
    identity: list("identity", policies.identity),
    resource: list("resource", policies.resource),
  };
}

describe("authorize, judged by a naive model", () => {
  it("agrees on each comparison of a key", () => {
    fc.assert(
      fc.property(arbitraryComparison, arbitraryRequest, ([operator, key, values], request) => {
        const judged = evaluateCondition({ [operator]: { [key]: values } }, asked(request));
        expect(judged).toBe(naivelyHolds(operator, key, values, request.context));
      }),
      { numRuns: 3000 },
    );
  });

  it("agrees where everything is known, in the decision and in its reason", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryRequest, arbitraryPolicies, (request, policies) => {
        const model = naivelyAuthorize(request, policies);
        const judged = authorize(asked(request), sourced(policies));
        expect(judged.decision).toBe(model.decision);
        if (judged.decision === "deny" && model.decision === "deny") {
          expect(judged.reason).toBe(model.reason);
          expect(model.kinds).toContain(judged.kind);
          expect(judged.by.length > 0).toBe(judged.reason === "explicit");
        }
        seen.add(judged.decision === "deny" ? `${judged.reason} ${judged.kind}` : judged.decision);
      }),
      { numRuns: 2000 },
    );
    expect(seen.size, "each answer is drawn at times").toBe(1 + 5 + 5);
  });
});

// Two unknown keys and one unread kind at most, since each makes as many worlds as it has values.
const unknowns = fc.record({
  keys: fc.uniqueArray(fc.constantFrom(...universe.keys()), { maxLength: 2 }),
  unread: fc.constantFrom<(keyof NaivePolicies | undefined)[]>(
    undefined,
    "boundary",
    "identity",
    "resource",
    "session",
  ),
});

describe("authorize with unknowns, judged by all that they could turn out to be", () => {
  it("is sure only where every world gives the same answer", () => {
    let undetermined = 0;
    fc.assert(
      fc.property(arbitraryRequest, arbitraryPolicies, unknowns, (request, policies, { keys, unread }) => {
        const judged = authorize(
          asked(request, keys),
          sourced(policies, (kind, index) => kind === unread && index === 0),
        );
        const worlds = requestWorlds(request, keys).flatMap((known) =>
          policyWorlds(policies, unread).map((read) => naivelyAuthorize(known, read).decision),
        );
        if (judged.decision !== "undetermined") {
          expect(new Set(worlds)).toEqual(new Set([judged.decision]));
          return;
        }
        undetermined++;
        expect(judged.open.length).toBeGreaterThan(0);
        for (const open of judged.open) {
          if (open.on === "document") expect(open.policy).toBe(`${String(unread)} 0`);
          else expect(keys).toEqual(expect.arrayContaining([...open.keys]));
        }
        if (keys.length === 0) expect(new Set(worlds)).toEqual(new Set(["allow", "deny"]));
      }),
      { numRuns: 1000 },
    );
    expect(undetermined, "unknowns matter at times").toBeGreaterThan(25);
  });
});

function requestWorlds(request: NaiveRequest, unknownKeys: readonly string[]): readonly NaiveRequest[] {
  let worlds: readonly NaiveRequest[] = [request];
  for (const key of unknownKeys) {
    const possible = [[], ...(universe.get(key) ?? [])];
    worlds = worlds.flatMap((world) =>
      possible.map((values) => ({ ...world, context: new Map([...world.context, [key, values]]) })),
    );
  }
  return worlds;
}

function policyWorlds(policies: NaivePolicies, unread: keyof NaivePolicies | undefined): readonly NaivePolicies[] {
  if (unread === undefined || unread === "organisation" || policies[unread].length === 0) return [policies];
  const principal = unread === "resource" ? { Principal: "*" as const } : {};
  const possible = (["Allow", "Deny", undefined] as const).map((effect): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: effect === undefined ? [] : [{ Effect: effect, Action: ["*"], Resource: ["*"], ...principal }],
  }));
  return possible.map((document) => ({ ...policies, [unread]: [document, ...policies[unread].slice(1)] }));
}
