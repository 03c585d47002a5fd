import { describe, expect, it } from "vitest";
import { federatedTrustPolicy, type PolicyDocument, serializePolicy } from "#core/aws/policy";
import { existingRoleProblems, type ExpectedTrust, type FoundRole } from "./existing-role";

const roleArn = "arn:aws:iam::111122223333:role/audit/Auditor";
const samlProviderArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
const audience = "https://signin.aws.amazon.com/saml";
const trust = federatedTrustPolicy({ samlProviderArn, audience });
const found: FoundRole = {
  arn: roleArn,
  trustPolicy: serializePolicy(trust),
  maxSessionDuration: 3600,
  permissionsBoundary: "",
};
const expected: ExpectedTrust = { roleArn, samlProviderArn, audience };

function problemsOf(role: Partial<FoundRole>, change: Partial<ExpectedTrust> = {}) {
  return existingRoleProblems({ ...found, ...role }, { ...expected, ...change });
}

function trusting(change: (statement: PolicyDocument["Statement"][number]) => object): string {
  return JSON.stringify({ ...trust, Statement: trust.Statement.map(change) });
}

describe("existingRoleProblems", () => {
  it("takes a role whose trust policy admits the provider", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [
      "another provider",
      { trustPolicy: trusting((each) => ({ ...each, Principal: { Federated: `${samlProviderArn}X` } })) },
    ],
    [
      "another audience",
      { trustPolicy: trusting((each) => ({ ...each, Condition: { StringEquals: { "SAML:aud": "x" } } })) },
    ],
    ["another action", { trustPolicy: trusting((each) => ({ ...each, Action: "sts:AssumeRole" })) }],
    [
      "a denial",
      {
        trustPolicy: JSON.stringify({
          ...trust,
          Statement: [...trust.Statement, { ...trust.Statement[0], Effect: "Deny" }],
        }),
      },
    ],
  ])("refuses a trust policy with %s, and shows the one that it takes", (_what, role) => {
    const [problem, ...others] = problemsOf(role);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: "error",
      code: "existing-role-not-trusting",
      property: "existingRoleArn",
    });
    expect(problem?.expected).toContain(samlProviderArn);
    expect(problem?.remedy).toContain(serializePolicy(trust));
  });

  it("warns of a trust policy that asks for what only a sign-in tells", () => {
    const trustPolicy = trusting((each) => ({
      ...each,
      Condition: { StringEquals: { "SAML:aud": audience, "SAML:sub_type": "persistent" } },
    }));
    expect(problemsOf({ trustPolicy })).toMatchObject([
      {
        severity: "warning",
        code: "existing-role-conditional",
        expected: expect.stringContaining("sub_type") as string,
      },
    ]);
  });

  it("refuses a role of that name on another path", () => {
    expect(problemsOf({ arn: "arn:aws:iam::111122223333:role/Auditor" })).toMatchObject([
      { code: "existing-role-other-path", expected: expect.stringContaining(":role/Auditor") as string },
    ]);
  });

  it("takes sessions of 3,600 seconds and refuses 3,601 of a role with 3,600", () => {
    expect(problemsOf({}, { maxSessionDuration: 3600 })).toEqual([]);
    expect(problemsOf({}, { maxSessionDuration: 3601 })).toMatchObject([{ code: "existing-role-session-shorter" }]);
  });
});
