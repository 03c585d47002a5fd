import { unknownAtPreview, type ExampleResource, type RuleExample } from "./example";

/** A role with this trust policy, given as text. */
export function trustingRole(name: string, ...statements: readonly object[]): ExampleResource {
  return roleWithTrust(name, JSON.stringify({ Version: "2012-10-17", Statement: statements }));
}

export function roleWithTrust(
  name: string,
  assumeRolePolicy: unknown,
  more: ExampleResource["properties"] = {},
): ExampleResource {
  return { type: "aws:iam/role:Role", name, properties: { name, assumeRolePolicy, ...more } };
}

/** An Allow statement by which a principal takes the role. */
export function trusts(Principal: unknown, Condition?: object, Action: unknown = "sts:AssumeRole"): object {
  return { Effect: "Allow", Principal, Action, ...(Condition && { Condition }) };
}

/** What each rule on trust policies says of those that nobody can read. */
export const unreadTrustExamples: readonly RuleExample[] = [
  {
    title: "a trust policy that only the update tells",
    resources: [roleWithTrust("later", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "later",
        property: "assumeRolePolicy",
        message: "the trust policy is known only after the update",
      },
    ],
  },
  {
    title: "a trust policy that is no JSON",
    resources: [roleWithTrust("broken", "Allow")],
    findings: [
      {
        outcome: "undetermined",
        resource: "broken",
        property: "assumeRolePolicy",
        message: "the trust policy cannot be read: a value should be here",
      },
    ],
  },
];
