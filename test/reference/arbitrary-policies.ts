import type { PolicyDocument, Principal, Statement } from "#core/aws/policy";
import fc from "fast-check";
import type { NaivePolicies, NaiveRequest } from "./naive-authorization";

// Everything is drawn from few values, so that statements often speak of the request, and often nearly do.

export const account = "111122223333";
const session = { account, role: "Developer", name: "alice" };

/** The values that each condition key may have in a request; what is not drawn is absent. */
export const universe: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["aws:username", [["alice"], ["bob"]]],
  ["aws:principaltag/team", [["red"], ["a*"], ["RED"]]],
  ["aws:multifactorauthage", [["10"], ["20"]]],
  ["aws:currenttime", [["2026-01-01T00:00:00Z"], ["2026-06-01T00:00:00Z"]]],
  ["aws:securetransport", [["true"], ["false"]]],
  ["aws:sourceip", [["203.0.113.7"], ["203.0.114.7"]]],
  ["aws:sourcearn", [["arn:aws:sns:eu-west-1:111122223333:topic"], ["arn:aws:sqs:eu-west-1:111122223333:queue"]]],
  ["aws:tagkeys", [["one"], ["one", "two"], ["two", "three"]]],
]);
const keys = [...universe.keys()];

const context = fc
  .tuple(...keys.map((key) => fc.constantFrom(undefined, ...(universe.get(key) ?? []))))
  .map((drawn) => new Map(keys.flatMap((key, index) => (drawn[index] ? [[key, drawn[index]] as const] : []))));

export const arbitraryRequest: fc.Arbitrary<NaiveRequest> = fc.record({
  session: fc.constant(session),
  action: fc.constantFrom("iam:ListUsers", "iam:CreateUser", "s3:GetObject"),
  resource: fc.constantFrom("arn:aws:s3:::bucket/alice/a", "arn:aws:s3:::bucket/bob", "arn:aws:s3:::BUCKET/bob"),
  resourceAccount: fc.constantFrom(account, account, "444455556666"),
  context,
});

const values = <Value>(...of: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });

/** Names of operators with values that fit them, for any key. */
const comparisons: readonly (readonly [
  operators: readonly string[],
  keys: readonly string[],
  values: readonly string[],
])[] = [
  [
    ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ["aws:username", "aws:PrincipalTag/team", "aws:TagKeys"],
    ["alice", "Bob", "red", "a*", "one", "${aws:username}", "${aws:PrincipalTag/team, 'red'}", "a${*}"],
  ],
  [
    ["StringLike", "StringNotLike"],
    ["aws:username", "aws:PrincipalTag/team", "aws:TagKeys"],
    ["al*", "?ob", "a*", "a${*}", "t*", "${aws:username}*", "*"],
  ],
  [
    [
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
    ],
    ["aws:MultiFactorAuthAge"],
    ["10", "15", "20.0"],
  ],
  [
    ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
    ["aws:CurrentTime"],
    ["2026-01-01T00:00:00Z", "2026-01-01", "2026-05-31T23:00:00-01:00"],
  ],
  [["Bool"], ["aws:SecureTransport"], ["true", "false"]],
  [["BinaryEquals"], ["aws:username"], ["alice"]],
  [["IpAddress", "NotIpAddress"], ["aws:SourceIp"], ["203.0.113.0/24", "203.0.112.0/22", "203.0.113.7", "0.0.0.0/0"]],
  [
    ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    ["aws:SourceArn", "aws:username"],
    ["arn:aws:sns:*:111122223333:*", "arn:aws:s?s:eu-west-1:*:queue", "arn:aws:*:${aws:username}:*:*:x"],
  ],
];

const comparison: fc.Arbitrary<readonly [operator: string, key: string, values: readonly string[]]> = fc
  .constantFrom(...comparisons)
  .chain(([operators, of, fitting]) =>
    fc
      .tuple(
        fc.constantFrom("", "", "ForAllValues:", "ForAnyValue:"),
        fc.constantFrom(...operators),
        fc.constantFrom("", "", "IfExists"),
        fc.constantFrom(...of),
        values(...fitting),
      )
      // A key of several values without a set prefix is not defined by AWS.
      .map(([set, operator, ifExists, key, listed]) => {
        const prefix = set === "" && key === "aws:TagKeys" ? "ForAnyValue:" : set;
        return [`${prefix}${operator}${ifExists}`, key, listed] as const;
      }),
  );

export const arbitraryComparison = fc.oneof(
  { weight: 8, arbitrary: comparison },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant("Null"), fc.constantFrom(...keys), values("true", "false")),
  },
);

const condition = fc
  .uniqueArray(arbitraryComparison, { maxLength: 2, selector: ([operator]) => operator })
  .map((drawn) => Object.fromEntries(drawn.map(([operator, key, listed]) => [operator, { [key]: listed }])));

const actions = values("*", "iam:*", "IAM:list*", "s3:GetObject", "s3:?etobject", "iam:CreateUser");
const resources = values(
  "*",
  "arn:aws:s3:::bucket/*",
  "arn:aws:s3:::bucket/${aws:username}*",
  "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'bob'}",
  "arn:aws:s3:::b?cket/bob",
);
const principals: fc.Arbitrary<Principal> = fc.oneof(
  fc.constant<Principal>("*"),
  values(
    "*",
    account,
    `arn:aws:iam::${account}:root`,
    `arn:aws:iam::${account}:role/Developer`,
    `arn:aws:sts::${account}:assumed-role/Developer/alice`,
    `arn:aws:sts::${account}:assumed-role/Developer/bob`,
    "444455556666",
  ).map((AWS) => ({ AWS })),
);

const either = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.tuple(fc.constantFrom(name, name, `Not${name}`), value).map(([element, drawn]) => ({ [element]: drawn }));

function statement(ofResource: boolean): fc.Arbitrary<Statement> {
  return fc
    .tuple(
      fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
      either("Action", actions),
      either("Resource", resources),
      condition,
      ofResource ? either("Principal", principals) : fc.constant({}),
    )
    .map(([Effect, action, resource, Condition, principal]) => ({
      Effect,
      ...action,
      ...resource,
      ...principal,
      Condition,
    }));
}

function documents(ofResource: boolean, minLength = 0): fc.Arbitrary<readonly PolicyDocument[]> {
  const one = fc.array(statement(ofResource), { minLength: 1, maxLength: 3 }).map((Statement) => ({
    Version: "2012-10-17" as const,
    Statement,
  }));
  return fc.array(one, { minLength, maxLength: 2 });
}

export const arbitraryPolicies: fc.Arbitrary<NaivePolicies> = fc.record({
  organisation: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(documents(false, 1), { maxLength: 2 }) },
  ),
  boundary: documents(false),
  session: fc.oneof(fc.constant([]), documents(false)),
  identity: documents(false),
  resource: fc.oneof(fc.constant([]), documents(true)),
});
