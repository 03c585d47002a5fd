import { federatedTrustPolicy, type PolicyDocument, type Statement } from "#core/aws/policy";
import { describe, expect, it } from "vitest";
import { authorizeTrust } from "./authorize-trust";
import type { AuthorizationRequest } from "./request";

const provider = "arn:aws:iam::111122223333:saml-provider/EntraID";
const audience = "https://signin.aws.amazon.com/saml";
const trustPolicy = federatedTrustPolicy({ samlProviderArn: provider, audience });

function signIn(change: Partial<AuthorizationRequest> = {}): AuthorizationRequest {
  return {
    principalArn: "",
    federatedPrincipal: provider,
    action: "sts:AssumeRoleWithSAML",
    resource: "arn:aws:iam::111122223333:role/Developer",
    context: new Map([["saml:aud", [audience]]]),
    ...change,
  };
}

const refused = { decision: "deny", reason: "implicit", kind: "role trust policy", by: [] };
const allowed = {
  decision: "allow",
  by: [{ kind: "role trust policy", policy: "trust policy", statement: 0 }],
};

describe("authorizeTrust", () => {
  it("lets the provider's sign-in for the audience assume the role", () => {
    expect(authorizeTrust(signIn(), trustPolicy)).toEqual(allowed);
  });

  it.each<[string, Partial<AuthorizationRequest>]>([
    ["another provider", { federatedPrincipal: "arn:aws:iam::111122223333:saml-provider/Other" }],
    ["the provider in other letter case", { federatedPrincipal: provider.toUpperCase() }],
    ["another audience", { context: new Map([["saml:aud", ["https://signin.amazonaws.cn/saml"]]]) }],
    ["no audience", { context: new Map() }],
    ["another action", { action: "sts:TagSession" }],
    ["an AWS principal of that ARN", { federatedPrincipal: undefined, principalArn: provider }],
  ])("refuses %s", (_what, change) => {
    expect(authorizeTrust(signIn(change), trustPolicy)).toEqual(refused);
  });

  it("hangs on an audience that nobody knows", () => {
    const request = signIn({ context: new Map(), unknownKeys: new Set(["saml:aud"]) });
    expect(authorizeTrust(request, trustPolicy)).toEqual({
      decision: "undetermined",
      open: [
        {
          on: "keys",
          effect: "Allow",
          keys: ["saml:aud"],
          kind: "role trust policy",
          policy: "trust policy",
          statement: 0,
        },
      ],
    });
  });

  it("hangs on a document that nobody has read", () => {
    expect(authorizeTrust(signIn(), "unknown")).toEqual({
      decision: "undetermined",
      open: [{ on: "document", kind: "role trust policy", policy: "trust policy" }],
    });
  });

  it("lets a Deny win, and tells its Sid", () => {
    const deny: Statement = { Sid: "NotNow", Effect: "Deny", Principal: "*", Action: ["sts:*"] };
    const document: PolicyDocument = { ...trustPolicy, Statement: [...trustPolicy.Statement, deny] };
    expect(authorizeTrust(signIn(), document)).toEqual({
      decision: "deny",
      reason: "explicit",
      kind: "role trust policy",
      by: [{ kind: "role trust policy", policy: "trust policy", statement: 1, sid: "NotNow" }],
    });
  });

  const assume: AuthorizationRequest = {
    principalArn: "arn:aws:iam::444455556666:user/alice",
    action: "sts:AssumeRole",
    resource: "arn:aws:iam::111122223333:role/Developer",
    context: new Map(),
  };
  it.each<[string, Statement["Principal"], Partial<AuthorizationRequest>, "allow" | "deny"]>([
    ["a service", { Service: ["ec2.amazonaws.com"] }, { servicePrincipal: "ec2.amazonaws.com" }, "allow"],
    ["another service", { Service: ["ec2.amazonaws.com"] }, { servicePrincipal: "lambda.amazonaws.com" }, "deny"],
    ["a user", { AWS: ["arn:aws:iam::444455556666:user/alice"] }, {}, "allow"],
    ["another user", { AWS: ["arn:aws:iam::444455556666:user/bob"] }, {}, "deny"],
    ["the user's account", { AWS: ["arn:aws:iam::444455556666:root"] }, {}, "allow"],
    ["everybody", "*", {}, "allow"],
  ])("decides for %s", (_who, principal, change, decision) => {
    const document: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: principal, Action: ["sts:AssumeRole"] }],
    };
    expect(authorizeTrust({ ...assume, ...change }, document).decision).toBe(decision);
  });
});
