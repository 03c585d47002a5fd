import type { RuleExample, RuleExamples } from "../example";
import { roleWithTrust, trustingRole, trusts, unreadTrustExamples } from "../trust-examples";

const passing: readonly RuleExample[] = [
  {
    title: "a role, a service, a SAML provider by name",
    resources: [
      trustingRole("by-role", trusts({ AWS: "arn:aws:iam::111122223333:role/Deployer" })),
      trustingRole("by-service", trusts({ Service: "ec2.amazonaws.com" })),
      trustingRole(
        "by-people",
        trusts(
          { Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" },
          { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
          "sts:AssumeRoleWithSAML",
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "everybody, within one organisation",
    resources: [trustingRole("ours", trusts("*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }))],
    findings: [],
  },
  {
    title: "everybody, whose ARN is one of an account",
    resources: [
      trustingRole("ours", trusts("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/team/*" } })),
    ],
    findings: [],
  },
  {
    title: "an account, by external id",
    resources: [
      trustingRole(
        "sentinel",
        trusts(
          { AWS: "arn:aws:iam::197857026523:root" },
          { StringEquals: { "sts:ExternalId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f" } },
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "an account that is trusted as a whole",
    resources: [trustingRole("ours", trusts({ AWS: "111122223333" }))],
    settings: { trustedAccounts: ["111122223333"] },
    findings: [],
  },
  {
    title: "a Deny for everybody",
    resources: [
      trustingRole("by-service", trusts({ Service: "ec2.amazonaws.com" }), {
        ...trusts("*", { Bool: { "aws:SecureTransport": "false" } }),
        Effect: "Deny",
      }),
    ],
    findings: [],
  },
];

const everybody = "the trust policy lets in everybody, and no condition says who or for whom";
const principal = "assumeRolePolicy.Statement[0].Principal";

const violations: readonly RuleExample[] = [
  {
    title: "everybody, as a plain star",
    resources: [trustingRole("open", trusts("*"))],
    findings: [{ outcome: "violation", resource: "open", property: principal, message: everybody }],
  },
  {
    title: "everybody, in a statement that is no list",
    resources: [roleWithTrust("open", { Version: "2012-10-17", Statement: trusts({ AWS: "*" }) })],
    findings: [{ outcome: "violation", resource: "open", property: principal, message: everybody }],
  },
  {
    title: "everybody, behind conditions that say nothing of who",
    resources: [
      trustingRole("optional", trusts("*", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
      trustingRole("starred", trusts("*", { StringLike: { "aws:PrincipalArn": "*" } })),
      trustingRole("any-account", trusts("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Deployer" } })),
      trustingRole("secret", trusts("*", { StringEquals: { "sts:ExternalId": "42" } })),
      trustingRole("negated", trusts("*", { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } })),
    ],
    findings: ["optional", "starred", "any-account", "secret", "negated"].map((resource) => ({
      outcome: "violation",
      resource,
      property: principal,
      message: everybody,
    })),
  },
  {
    title: "an account's root, by ARN and by id",
    resources: [
      trustingRole("by-arn", trusts({ AWS: "arn:aws:iam::111122223333:root" })),
      trustingRole("by-id", trusts({ AWS: ["111122223333", "arn:aws:iam::111122223333:role/Deployer"] })),
    ],
    findings: ["by-arn", "by-id"].map((resource) => ({
      outcome: "violation",
      resource,
      property: principal,
      message: "the trust policy lets in everybody in account 111122223333 who is allowed sts:AssumeRole there",
    })),
  },
  {
    title: "a wildcard within a principal",
    resources: [trustingRole("some", trusts({ AWS: "arn:aws:iam::111122223333:role/*" }))],
    findings: [
      {
        outcome: "violation",
        resource: "some",
        property: principal,
        message:
          'the trust policy names "arn:aws:iam::111122223333:role/*": AWS takes no wildcard within a principal, so this lets in nobody, or more than is meant',
      },
    ],
  },
  {
    title: "all but one, and every action but one",
    resources: [
      trustingRole("all-but", {
        Effect: "Allow",
        NotPrincipal: { AWS: "arn:aws:iam::111122223333:user/Kim" },
        NotAction: "sts:TagSession",
      }),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "all-but",
        property: "assumeRolePolicy.Statement[0].NotPrincipal",
        message: "the trust policy lets in everybody but those whom NotPrincipal names",
      },
      {
        outcome: "violation",
        resource: "all-but",
        property: "assumeRolePolicy.Statement[0].NotAction",
        message: 'the trust policy allows every action but ["sts:TagSession"]',
      },
    ],
  },
  {
    title: "a star for the action",
    resources: [trustingRole("any-way", trusts({ Service: "ec2.amazonaws.com" }, undefined, "sts:*"))],
    findings: [
      {
        outcome: "violation",
        resource: "any-way",
        property: "assumeRolePolicy.Statement[0].Action",
        message:
          'the trust policy allows "sts:*", which are all ways at once to take the role, and session tags with them',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined: unreadTrustExamples };
