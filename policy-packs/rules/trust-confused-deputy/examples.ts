import type { RuleExample, RuleExamples } from "../example";
import { roleWithTrust, trustingRole, trusts, unreadTrustExamples } from "../trust-examples";

const vendor = { AWS: "arn:aws:iam::999900001111:role/Scanner" };
const externalId = { StringEquals: { "sts:ExternalId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f" } };
const trust = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const own = { arn: "arn:aws:iam::111122223333:role/any" };

const passing: readonly RuleExample[] = [
  {
    title: "another company, by external id",
    resources: [trustingRole("vendor", trusts(vendor, externalId))],
    findings: [],
  },
  {
    title: "the organisation's other accounts, by condition or by list",
    resources: [
      trustingRole("by-condition", trusts(vendor, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
      trustingRole("by-list", trusts({ AWS: "444455556666" })),
    ],
    settings: { ownAccounts: ["444455556666"] },
    findings: [],
  },
  {
    title: "the role's own account",
    resources: [
      roleWithTrust("by-arn", trust(trusts({ AWS: "arn:aws:iam::111122223333:role/Pipeline" })), own),
      roleWithTrust("by-boundary", trust(trusts({ AWS: "111122223333" })), {
        permissionsBoundary: "arn:aws:iam::111122223333:policy/Boundary",
      }),
      trustingRole(
        "by-provider",
        trusts({ AWS: "111122223333" }),
        trusts({ Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" }, {}, "sts:AssumeRoleWithSAML"),
      ),
    ],
    findings: [],
  },
  {
    title: "a service that says for whom",
    resources: [
      trustingRole(
        "schedule",
        trusts({ Service: "scheduler.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "111122223333" } }),
      ),
      trustingRole(
        "flow-logs",
        trusts(
          { Service: "vpc-flow-logs.amazonaws.com" },
          { ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-central-1:111122223333:vpc-flow-log/*" } },
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "compute services, to which a role is passed within its account",
    resources: [trustingRole("machine", trusts({ Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] }))],
    findings: [],
  },
];

const property = "assumeRolePolicy.Statement[0].Principal";

const violations: readonly RuleExample[] = [
  {
    title: "another account without external id",
    resources: [roleWithTrust("vendor", trust(trusts(vendor)), own)],
    findings: [
      {
        outcome: "violation",
        resource: "vendor",
        property,
        message:
          'the trust policy lets in "arn:aws:iam::999900001111:role/Scanner" of another account, and demands no sts:ExternalId',
      },
    ],
  },
  {
    title: "an external id that every caller has",
    resources: [
      roleWithTrust("vendor", trust(trusts({ AWS: "999900001111" }, { StringLike: { "sts:ExternalId": "*" } })), own),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "vendor",
        property,
        message: 'the trust policy lets in "999900001111" of another account, and demands no sts:ExternalId',
      },
    ],
  },
  {
    title: "services that may act for anybody",
    resources: [
      trustingRole("schedule", trusts({ Service: "scheduler.amazonaws.com" })),
      trustingRole("subscription", trusts({ Service: "logs.eu-central-1.amazonaws.com" })),
    ],
    findings: [
      ["schedule", "scheduler.amazonaws.com"],
      ["subscription", "logs.eu-central-1.amazonaws.com"],
    ].map(([resource = "", service = ""]) => ({
      outcome: "violation",
      resource,
      property,
      message: `the trust policy lets "${service}" take the role, and demands neither aws:SourceArn nor aws:SourceAccount, which say for whom`,
    })),
  },
];

const undetermined: readonly RuleExample[] = [
  ...unreadTrustExamples,
  {
    title: "an account that may be the role's own",
    resources: [trustingRole("role", trusts(vendor))],
    findings: [
      {
        outcome: "undetermined",
        resource: "role",
        property,
        message:
          'the trust policy lets in "arn:aws:iam::999900001111:role/Scanner" without sts:ExternalId; whether that is another company\'s account is not known',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
