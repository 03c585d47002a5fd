import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, managedPolicy, roleTrusting, unknownDocumentExample } from "../example-policies";

const read = { Action: "s3:GetObject", Resource: "*" };

const passing: readonly RuleExample[] = [
  allowing("actions in any letter case, and patterns", {
    Action: ["S3:getobject", "s3:Get*", "iam:*", "*"],
    Resource: "*",
  }),
  allowing("keys of the service, global ones and ones with a tag's name", {
    ...read,
    Condition: {
      StringEquals: {
        "s3:ExistingObjectTag/team": "x",
        "aws:PrincipalTag/team": "x",
        "AWS:ResourceAccount": "111122223333",
      },
      Bool: { "aws:SecureTransport": true },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] },
    },
  }),
  allowing("an ARN compared as text, and a number under a key of texts", {
    ...read,
    Condition: {
      StringEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:topic" },
      NumericLessThan: { "s3:max-keys": 10 },
      Null: { "aws:SourceArn": false },
    },
  }),
  {
    title: "keys of identity providers, which no list of AWS holds",
    resources: [
      roleTrusting({
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/id.example.com" },
        Condition: {
          StringEquals: { "id.example.com:aud": "api://aws", "SAML:aud": "https://signin.aws.amazon.com/saml" },
        },
      }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  denying(
    "an action that does not exist",
    { Action: ["s3:GetObjet", "s3:Foo*"], Resource: "*" },
    inPolicy("Statement[0].Action[0]", 's3 has no action "GetObjet"'),
    inPolicy("Statement[0].Action[1]", 's3 has no action "Foo*"'),
  ),
  allowing(
    "a service that does not exist, and no service at all",
    { NotAction: ["ia:*", "GetObject", "zzz*:Get"], Resource: "*" },
    inPolicy("Statement[0].NotAction[0]", 'AWS has no service with the prefix "ia"'),
    inPolicy("Statement[0].NotAction[1]", 'the action "GetObject" names no service'),
    inPolicy("Statement[0].NotAction[2]", 'no action of AWS matches "zzz*:Get"'),
  ),
  {
    title: "operators and keys that do not exist",
    resources: [
      managedPolicy({
        Effect: "Allow",
        ...read,
        Condition: {
          StringEqual: { "aws:SourceAccount": "111122223333" },
          NullIfExists: { "aws:SourceAccount": "true" },
          StringEquals: { "aws:SourceAcount": "111122223333", "s3:prefx": "x", "foo:bar": "x" },
        },
      }),
    ],
    findings: [
      inPolicy("Statement[0].Condition.StringEqual", 'IAM has no condition operator "StringEqual"'),
      inPolicy("Statement[0].Condition.NullIfExists", 'IAM has no condition operator "NullIfExists"'),
      inPolicy("Statement[0].Condition.StringEquals.aws:SourceAcount", 'AWS has no condition key "aws:SourceAcount"'),
      inPolicy("Statement[0].Condition.StringEquals.s3:prefx", 'AWS has no condition key "s3:prefx"'),
      inPolicy("Statement[0].Condition.StringEquals.foo:bar", 'AWS has no condition key "foo:bar"'),
    ],
  },
  allowing(
    "operators for values of another type",
    {
      ...read,
      Condition: { Bool: { "aws:SourceIp": "true" }, IpAddress: { "aws:SourceVpc": "vpc-1" } },
    },
    inPolicy(
      "Statement[0].Condition.Bool.aws:SourceIp",
      'Bool compares no values of the type IPAddress, which "aws:SourceIp" has',
    ),
    inPolicy(
      "Statement[0].Condition.IpAddress.aws:SourceVpc",
      'IpAddress compares no values of the type String, which "aws:SourceVpc" has',
    ),
  ),
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
