import type { RuleExample } from "../example";
import { allowing, bucketPolicy, denying, inPolicy, roleTrusting, unknownDocumentExample } from "../example-policies";

const passing: readonly RuleExample[] = [
  allowing("a list of what is allowed", { Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" }),
  denying("a Deny of all but a list", { NotAction: ["sts:*"], NotResource: "arn:aws:s3:::data" }),
  {
    title: "a Deny for all but one principal",
    resources: [
      bucketPolicy({
        Effect: "Deny",
        NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/Reader" },
        Action: "s3:*",
        Resource: "*",
      }),
    ],
    findings: [],
  },
  {
    title: "a trust policy, which has rules of its own",
    resources: [roleTrusting({ Effect: "Allow", NotPrincipal: { AWS: "111122223333" }, Action: "sts:AssumeRole" })],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  allowing(
    "all actions but some",
    { NotAction: ["iam:*"], Resource: "*" },
    inPolicy(
      "Statement[0].NotAction",
      "an Allow with NotAction: it allows every action that is not listed, those of services that AWS has yet to make included",
    ),
  ),
  allowing(
    "all resources but some",
    { Action: "s3:GetObject", NotResource: "arn:aws:s3:::secrets/*" },
    inPolicy(
      "Statement[0].NotResource",
      "an Allow with NotResource: it allows every resource that is not listed, those that are yet to be made included",
    ),
  ),
  {
    title: "everybody but some",
    resources: [
      bucketPolicy({
        Effect: "Allow",
        NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::data/*",
      }),
    ],
    findings: [
      {
        resource: "bucket",
        outcome: "violation",
        property: "policy.Statement[0].NotPrincipal",
        message: "an Allow with NotPrincipal: it allows everybody who is not listed, anonymous callers included",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
