import type { PolicyDocument, Statement } from "#core/aws/policy";
import { describe, expect, it } from "vitest";
import { authorize } from "./authorize";
import type { Decision, PolicyKind, PolicySet, SourcedPolicy } from "./decision";
import type { AuthorizationRequest } from "./request";

const request: AuthorizationRequest = {
  principalArn: "arn:aws:sts::111122223333:assumed-role/Developer/alice",
  action: "iam:ListUsers",
  resource: "arn:aws:iam::111122223333:user/",
  context: new Map(),
  unknownKeys: new Set(["aws:sourceip"]),
};

const atHome = { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } };
const allow: Statement = { Effect: "Allow", Action: ["iam:*"], Resource: ["*"] };
const allowAtHome: Statement = { ...allow, Condition: atHome };
const deny: Statement = { Effect: "Deny", Action: ["IAM:LISTUSERS"], Resource: ["*"] };
const denyAtHome: Statement = { ...deny, Condition: atHome };
const elsewhere: Statement = { Effect: "Allow", Action: ["s3:*"], Resource: ["*"] };

function policy(...statements: Statement[]): SourcedPolicy[] {
  const document: PolicyDocument = { Version: "2012-10-17", Statement: statements };
  return [{ id: "p", document }];
}
const unread: SourcedPolicy[] = [{ id: "u", document: "unknown" }];
const by = (kind: PolicyKind) => ({ kind, policy: "p", statement: 0 });
const implicit = (kind: PolicyKind): Decision => ({ decision: "deny", reason: "implicit", kind, by: [] });
const explicit = (kind: PolicyKind): Decision => ({ decision: "deny", reason: "explicit", kind, by: [by(kind)] });
const allowed = (...kinds: PolicyKind[]): Decision => ({ decision: "allow", by: kinds.map(by) });
const open = (effect: "Allow" | "Deny", kind: PolicyKind) =>
  ({ on: "keys", effect, keys: ["aws:sourceip"], ...by(kind) }) as const;
const unreadOpen = (kind: PolicyKind) => ({ on: "document", kind, policy: "u" }) as const;

const scp = "service control policy";
const identity = "identity-based policy";
const boundary = "permissions boundary";
const session = "session policy";
const resource = "resource-based policy";

const corpus: readonly (readonly [because: string, policies: PolicySet, Decision])[] = [
  ["nothing allows", { identity: [] }, implicit(identity)],
  ["something else is allowed", { identity: policy(elsewhere) }, implicit(identity)],
  ["identity allows", { identity: policy(allow) }, allowed(identity)],
  ["a deny of any letter case wins", { identity: [...policy(deny), ...policy(allow)] }, explicit(identity)],
  ["a boundary allows nothing by itself", { identity: [], boundary: policy(allow) }, implicit(identity)],
  ["identity within the boundary", { identity: policy(allow), boundary: policy(allow) }, allowed(identity, boundary)],
  ["outside the boundary", { identity: policy(allow), boundary: policy(elsewhere) }, implicit(boundary)],
  ["the boundary denies", { identity: policy(allow), boundary: policy(deny, allow) }, explicit(boundary)],
  ["no boundary in an empty list", { identity: policy(allow), boundary: [] }, allowed(identity)],
  ["outside the session", { identity: policy(allow), session: policy(elsewhere) }, implicit(session)],
  ["within the session", { identity: policy(allow), session: policy(allow) }, allowed(identity, session)],
  ["the session denies", { identity: policy(allow), session: policy(deny) }, explicit(session)],
  [
    "each level of the organisation allows",
    { organisation: [policy(allow), policy(allow)], identity: policy(allow) },
    allowed(scp, scp, identity),
  ],
  [
    "one level of the organisation does not allow",
    { organisation: [policy(allow), policy(elsewhere)], identity: policy(allow) },
    implicit(scp),
  ],
  ["a level without policies allows nothing", { organisation: [[]], identity: policy(allow) }, implicit(scp)],
  [
    "the organisation denies",
    { organisation: [policy(deny)], identity: policy(allow), boundary: policy(deny) },
    explicit(scp),
  ],

  [
    "it hangs on a key",
    { identity: policy(allowAtHome) },
    { decision: "undetermined", open: [open("Allow", identity)] },
  ],
  ["another statement allows", { identity: policy(allow, allowAtHome) }, allowed(identity)],
  [
    "a deny that hangs on a key",
    { identity: policy(denyAtHome), session: policy(allow), boundary: policy(allow), resource: [] },
    implicit(identity),
  ],
  [
    "a deny that hangs on a key takes an allow away",
    { identity: policy(allow), boundary: [...policy(denyAtHome), ...policy(allow)] },
    { decision: "undetermined", open: [open("Deny", boundary)] },
  ],
  [
    "nobody has read the identity's policy",
    { identity: unread },
    { decision: "undetermined", open: [unreadOpen(identity)] },
  ],
  [
    "an unread policy could deny",
    { identity: [...policy(allow), ...unread] },
    { decision: "undetermined", open: [unreadOpen(identity)] },
  ],
  ["an unread policy cannot undo a deny", { identity: [...unread, ...policy(deny)] }, explicit(identity)],
  ["an unread policy cannot leave the boundary", { identity: unread, boundary: policy(elsewhere) }, implicit(boundary)],
  ["an unread boundary gives nothing", { identity: policy(elsewhere), boundary: unread }, implicit(identity)],
];

describe("authorize", () => {
  it.each(corpus)("%s", (_because, policies, expected) => {
    expect(authorize(request, policies)).toEqual(expected);
  });

  const role = "arn:aws:iam::111122223333:role/Developer";
  const grantTo = (arn: string, statement = allow): SourcedPolicy[] =>
    policy({ ...statement, Principal: { AWS: [arn] } });
  const sameAccount: typeof corpus = [
    ["the resource names the session", { identity: [], resource: grantTo(request.principalArn) }, allowed(resource)],
    [
      "the resource names the session: boundary and session policies do not limit",
      {
        identity: [],
        boundary: policy(elsewhere),
        session: policy(elsewhere),
        resource: grantTo(request.principalArn),
      },
      allowed(resource),
    ],
    ["the resource names the role", { identity: [], resource: grantTo(role) }, allowed(resource)],
    [
      "the resource names the role: the boundary limits",
      { identity: [], boundary: policy(elsewhere), resource: grantTo(role) },
      implicit(identity),
    ],
    [
      "the resource names the account: identity decides",
      { identity: [], resource: grantTo("111122223333") },
      implicit(identity),
    ],
    ["the resource denies", { identity: policy(allow), resource: grantTo(role, deny) }, explicit(resource)],
    [
      "the boundary denies what the resource grants",
      { identity: [], boundary: policy(deny), resource: grantTo(request.principalArn) },
      explicit(boundary),
    ],
    [
      "the organisation limits what the resource grants",
      { organisation: [policy(elsewhere)], identity: [], resource: grantTo(request.principalArn) },
      implicit(scp),
    ],
    [
      "nobody has read the resource's policy",
      { identity: [], resource: unread },
      { decision: "undetermined", open: [unreadOpen(resource)] },
    ],
  ];
  it.each(sameAccount)("in one account: %s", (_because, policies, expected) => {
    expect(authorize(request, policies)).toEqual(expected);
  });

  const foreign = { ...request, resourceAccountId: "444455556666" };
  const acrossAccounts: typeof corpus = [
    ["identity alone", { identity: policy(allow) }, implicit(resource)],
    ["the resource alone", { identity: [], resource: grantTo(role) }, implicit(identity)],
    ["both", { identity: policy(allow), resource: grantTo("111122223333") }, allowed(resource, identity)],
    [
      "both, but outside the boundary",
      { identity: policy(allow), boundary: policy(elsewhere), resource: grantTo(request.principalArn) },
      implicit(boundary),
    ],
  ];
  it.each(acrossAccounts)("across accounts: %s", (_because, policies, expected) => {
    expect(authorize(foreign, policies)).toEqual(expected);
  });

  it("reads the resource's account from its ARN", () => {
    const elsewhereUser = { ...request, resource: "arn:aws:iam::444455556666:user/bob" };
    expect(authorize(elsewhereUser, { identity: policy(allow) })).toEqual(implicit(resource));
  });

  it("gives the same answer in whatever order the statements stand", () => {
    const orders = [policy(deny, allow, elsewhere), policy(elsewhere, allow, deny), policy(allow, deny, elsewhere)];
    const decisions = orders.map((order) => authorize(request, { identity: order }));
    expect(decisions.map(({ decision }) => decision)).toEqual(["deny", "deny", "deny"]);
  });
});
