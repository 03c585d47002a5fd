import type { RuleExample } from "../example";
import {
  allowing,
  bucketPolicy,
  inPolicy,
  managedPolicy,
  managedPolicyWith,
  roleTrusting,
  unknownDocumentExample,
} from "../example-policies";

const wrong = (path: string, message: string): ReturnType<typeof inPolicy> =>
  inPolicy(path, `AWS would not take the policy document as it is meant: ${message}`);

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

const passing: readonly RuleExample[] = [
  allowing("a policy with one statement", { Sid: "Read1", Action: "s3:GetObject", Resource: "*" }),
  {
    title: "a policy as an object, with one statement that is no list",
    resources: [managedPolicyWith({ Version: "2012-10-17", Id: "any text", Statement: read })],
    findings: [],
  },
  {
    title: "a bucket's policy of the older version, with spaces in a Sid",
    resources: [
      {
        ...bucketPolicy(),
        properties: {
          policy: JSON.stringify({
            Version: "2008-10-17",
            Statement: [{ ...read, Sid: "Allow everybody to read", Principal: "*" }],
          }),
        },
      },
    ],
    findings: [],
  },
  {
    title: "a trust policy",
    resources: [roleTrusting({ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" })],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "text that is no JSON",
    resources: [managedPolicyWith('{"Version": "2012-10-17", "Statement": [}')],
    findings: [wrong("", "a value should be here (character 41)")],
  },
  {
    title: "a key that stands twice",
    resources: [
      managedPolicyWith(
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Action":"s3:*","Resource":"*"}}',
      ),
    ],
    findings: [wrong("", 'the key "Action" stands here a second time (character 68)')],
  },
  {
    title: "several mistakes, each with its place",
    resources: [
      managedPolicyWith({
        Version: "2012-10-17",
        Statement: [
          { ...read, Effect: "allow" },
          { Effect: "Deny", Resource: "*" },
        ],
      }),
    ],
    findings: [
      wrong("Statement[0].Effect", "expected Allow or Deny"),
      wrong("Statement[1]", "expected an Action or NotAction"),
    ],
  },
  {
    title: "a Sid that stands twice, and one with a space",
    resources: [managedPolicy({ ...read, Sid: "Read" }, { ...read, Sid: "Read" }, { ...read, Sid: "Read it" })],
    findings: [
      wrong("Statement", 'expected each Sid once ("Read" stands twice) (character 37)'),
      wrong("Statement[2].Sid", "expected a Sid of letters and digits only"),
    ],
  },
  {
    title: "no version, and a variable, which is plain text then",
    resources: [managedPolicyWith({ Statement: { ...read, Resource: "arn:aws:s3:::home/${aws:username}/*" } })],
    findings: [
      wrong("Version", "expected the version 2012-10-17, since in older policies ${…} is plain text and no variable"),
    ],
  },
  {
    title: "a statement for another use",
    resources: [managedPolicy({ Effect: "Allow", Action: "s3:GetObject", Principal: "*" })],
    findings: [
      wrong("Statement[0]", "expected no Principal in an identity-based policy"),
      wrong("Statement[0]", "expected a Resource in an identity-based policy"),
    ],
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
