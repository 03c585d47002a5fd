import { describe, expect, it } from "vitest";
import { partitions, policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";
import {
  federatedTrustPolicy,
  federationBoundary,
  federationBoundaryProblems,
  policyProblems,
  policySize,
  policySizeProblems,
  provisioningUserPolicy,
  serializePolicy,
} from "#core/aws/policy";

const accountId = "111122223333";
const provider = samlProviderArn({ accountId, name: "EntraID" });
const boundary = {
  boundaryArn: policyArn({ accountId, name: "EntraFederationBoundary" }),
  samlProviderArn: provider,
  federatedRoleArns: ["Administrator", "Developer"].map((name) => roleArn({ accountId, name })),
};

describe("federatedTrustPolicy", () => {
  it("is exactly what the role import takes", () => {
    const policy = federatedTrustPolicy({ samlProviderArn: provider, audience: partitions.aws.samlEndpoint });
    expect(JSON.parse(serializePolicy(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" },
          Action: "sts:AssumeRoleWithSAML",
          Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        },
      ],
    });
    expect(policyProblems(policy, "trust", "trust")).toEqual([]);
  });
});

describe("provisioningUserPolicy", () => {
  it("allows to list roles and nothing else", () => {
    expect(provisioningUserPolicy().Statement).toEqual([
      { Effect: "Allow", Action: ["iam:ListRoles"], Resource: ["*"] },
    ]);
  });
});

describe("federationBoundary", () => {
  it("allows everything, then denies the ways out", () => {
    expect(federationBoundary(boundary).Statement.map(({ Sid, Effect }) => `${Effect} ${Sid ?? ""}`)).toEqual([
      "Allow Everything",
      "Deny FederationIsReadOnly",
      "Deny NoOtherIdentityProviders",
      "Deny BoundariesStay",
      "Deny OnlyWithinThisBoundary",
    ]);
  });

  it("leaves only reading of the provider, the boundary, the roles, their policies and the provisioning user", () => {
    const user = userArn({ accountId, name: "Svc-EntraProvisioning-Account1" });
    const policy = policyArn({ accountId, name: "DeveloperAccess" });
    const document = federationBoundary({
      ...boundary,
      provisioningUserArn: user,
      federatedRolePolicyArns: [policy],
    });
    expect(document.Statement[1]).toEqual({
      Sid: "FederationIsReadOnly",
      Effect: "Deny",
      NotAction: ["iam:Generate*", "iam:Get*", "iam:List*", "iam:Simulate*"],
      Resource: [provider, boundary.boundaryArn, user, ...boundary.federatedRoleArns, policy],
    });
  });

  it("asks for itself wherever IAM can ask for a boundary", () => {
    const statement = federationBoundary(boundary).Statement[4];
    expect(statement?.Action).toEqual([
      "iam:AttachRolePolicy",
      "iam:AttachUserPolicy",
      "iam:CreateRole",
      "iam:CreateUser",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:PutUserPermissionsBoundary",
      "iam:PutUserPolicy",
    ]);
    expect(statement?.Condition).toEqual({ StringNotEquals: { "iam:PermissionsBoundary": [boundary.boundaryArn] } });
  });

  it("fits one managed policy with 40 roles of the longest names, and says so when it no longer does", () => {
    const withRoles = (count: number) => ({
      ...boundary,
      federatedRoleArns: Array.from({ length: count }, (_, at) =>
        roleArn({ accountId, name: `${at}`.padEnd(64, "x") }),
      ),
    });
    const largest =
      Array.from({ length: 200 }, (_, count) => count).filter(
        (count) => policySize(serializePolicy(federationBoundary(withRoles(count)))) <= 6144,
      ).length - 1;
    expect(largest).toBeGreaterThanOrEqual(40);
    expect(federationBoundaryProblems(withRoles(largest), "roles")).toEqual([]);
    expect(federationBoundaryProblems(withRoles(largest + 1), "roles")).toMatchObject([
      { severity: "error", code: "boundary-too-long", property: "roles" },
    ]);
    expect(policyProblems(federationBoundary(withRoles(largest)), "managed", "boundary")).toEqual([]);
  });
});

describe("policyProblems", () => {
  const allow = { Effect: "Allow", Action: "s3:*", Resource: "*" };

  it("says at which character a policy stops being JSON", () => {
    expect(policyProblems('{"Version": }', "managed", "inlinePolicies.x")).toEqual([
      {
        severity: "error",
        code: "policy-malformed",
        property: "inlinePolicies.x",
        given: "at character 13: a value should be here",
        expected: "an IAM policy document",
      },
    ]);
  });

  it("refuses a trust policy for permissions and permissions for trust", () => {
    const trust = federatedTrustPolicy({ samlProviderArn: provider, audience: "x" });
    expect(policyProblems(trust, "managed", "x")).toMatchObject([
      {
        code: "policy-wrong-use",
        given: "statement 1 of 1",
        expected: "a Resource and no Principal in a managed policy",
      },
    ]);
    expect(policyProblems({ Statement: [allow] }, "trust", "x")).toMatchObject([{ code: "policy-wrong-use" }]);
  });

  it("counts without white space, for all policies of a quota together", () => {
    expect(policySize('{ "a":\n "b c" }')).toBe('{"a":"bc"}'.length);
    const [first, second] = ["x".repeat(10_000), "x".repeat(240)];
    expect(policySizeProblems([first, second], "roleInline", "x")).toEqual([]);
    expect(policySizeProblems([first, second, "x"], "roleInline", "x")).toMatchObject([
      { code: "policy-too-long", given: "10241 characters" },
    ]);
  });
});
