import { describe, expect, it } from "vitest";

import { federatedTrustPolicy } from "#core/aws/policy";

import { importability } from "./importability";
import { importObstacles, type ImportObstacle } from "./import-obstacles";

const arn = "arn:aws:iam::111122223333:role/Developer";
const provider = "arn:aws:iam::111122223333:saml-provider/EntraID";
const audience = "https://signin.aws.amazon.com/saml";

const statement = {
  Effect: "Allow",
  Principal: { Federated: provider },
  Action: "sts:AssumeRoleWithSAML",
  Condition: { StringEquals: { "SAML:aud": audience } },
};
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const changed = (change: object) => policy({ ...statement, ...change });

describe("importability", () => {
  it("takes the trust policy that the components write, with the app role's value", () => {
    const trustPolicy = federatedTrustPolicy({ samlProviderArn: provider, audience });
    expect(importability({ arn, trustPolicy })).toEqual({
      importable: true,
      value: `${arn},${provider}`,
      roleArn: arn,
      samlProviderArn: provider,
    });
  });

  it("takes the action in any letter case, and a role with a path", () => {
    const trustPolicy = changed({ Action: ["STS:assumerolewithsaml"] });
    expect(importability({ arn: "arn:aws:iam::111122223333:role/team/Developer", trustPolicy })).toMatchObject({
      importable: true,
      value: `arn:aws:iam::111122223333:role/team/Developer,${provider}`,
    });
  });

  const second = "arn:aws:iam::111122223333:saml-provider/Other";
  const service = { Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole", Effect: "Allow" };
  it.each<[string, string, ImportObstacle, string]>([
    ["text that is no JSON", "{", "trust-policy-malformed", "the trust policy cannot be read: "],
    ["a service's trust policy", policy(service), "no-saml-provider", "the trust policy names no SAML provider"],
    [
      "an OIDC provider",
      changed({ Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/x" } }),
      "no-saml-provider",
      "the trust policy names no SAML provider",
    ],
    [
      "two SAML providers in one statement",
      changed({ Principal: { Federated: [provider, second] } }),
      "several-saml-providers",
      `the trust policy names 2 SAML providers: ${provider}, ${second}`,
    ],
    [
      "two SAML providers in two statements",
      policy(statement, { ...statement, Principal: { Federated: second } }),
      "several-saml-providers",
      `the trust policy names 2 SAML providers: ${provider}, ${second}`,
    ],
    ["a second statement", policy(statement, service), "several-statements", "the trust policy has 2 statements"],
    ["a Deny", changed({ Effect: "Deny" }), "deny-statement", "the trust policy's statement is a Deny"],
    [
      "an account beside the SAML provider",
      changed({ Principal: { Federated: provider, AWS: "arn:aws:iam::111122223333:root" } }),
      "other-principals",
      "the trust policy also names principals that are no SAML provider: arn:aws:iam::111122223333:root",
    ],
    [
      "sts:TagSession beside the one action",
      changed({ Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"] }),
      "several-actions",
      "the trust policy allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession",
    ],
    [
      "a wildcard for the action",
      changed({ Action: "sts:*" }),
      "other-action",
      "the trust policy allows sts:*, which is not sts:AssumeRoleWithSAML by name",
    ],
    [
      "NotAction",
      changed({ Action: undefined, NotAction: "sts:TagSession" }),
      "other-action",
      "the trust policy allows all but sts:TagSession, which is not sts:AssumeRoleWithSAML by name",
    ],
  ])("leaves out %s, with reason and remedy", (_what, trustPolicy, reason, message) => {
    const { remedy } = importObstacles[reason];
    const judged = importability({ arn, trustPolicy });
    expect(judged).toMatchObject({ importable: false, reason, remedy });
    expect(judged).toHaveProperty("message", expect.stringContaining(message));
  });

  it("leaves out roles of AWS in China, and takes those of GovCloud", () => {
    const inPartition = (partition: string) =>
      importability({
        arn: arn.replace("arn:aws:", `arn:${partition}:`),
        trustPolicy: changed({ Principal: { Federated: provider.replace("arn:aws:", `arn:${partition}:`) } }),
      });
    expect(inPartition("aws-cn")).toMatchObject({
      importable: false,
      reason: "partition-without-import",
      message: "roles of partition aws-cn cannot be imported",
    });
    expect(inPartition("aws-us-gov")).toMatchObject({ importable: true });
  });

  it("takes ARNs of 239 characters together and leaves out 240", () => {
    const role = (length: number) => {
      const prefix = "arn:aws:iam::111122223333:role/";
      return prefix + "p".repeat(length - prefix.length - provider.length);
    };
    expect(importability({ arn: role(239), trustPolicy: policy(statement) })).toMatchObject({ importable: true });
    expect(importability({ arn: role(240), trustPolicy: policy(statement) })).toMatchObject({
      reason: "arns-too-long",
      message: "the ARNs of role and SAML provider have 240 characters together, at most 239 are taken",
    });
  });

  it("says what is no role, without the control characters in its name", () => {
    expect(
      importability({ arn: "arn:aws:iam::111122223333:user/\u001b[31mx", trustPolicy: policy(statement) }),
    ).toEqual({
      importable: false,
      reason: "not-a-role",
      message: "arn:aws:iam::111122223333:user/\\u{1b}[31mx is not the ARN of a role",
      remedy: "give the role's ARN as IAM shows it",
    });
  });
});
