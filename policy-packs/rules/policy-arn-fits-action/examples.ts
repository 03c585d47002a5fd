import type { RuleExample } from "../example";
import { allowing, bucketPolicy, denying, inPolicy, unknownDocumentExample } from "../example-policies";

const bucket = "arn:aws:s3:::data";

const passing: readonly RuleExample[] = [
  allowing("a bucket and its objects, for actions on either", {
    Action: ["s3:ListBucket", "s3:GetObject"],
    Resource: [bucket, `${bucket}/*`],
  }),
  allowing("a pattern of actions of which one acts on a bucket", { Action: "s3:*", Resource: bucket }),
  allowing("everything", { Action: ["s3:GetObject", "iam:ListRoles"], Resource: "*" }),
  allowing("a star that runs over the end of the bucket's name", {
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::data*",
  }),
  allowing("a variable in the ARN", { Action: "iam:GetUser", Resource: "arn:aws:iam::*:user/${aws:username}" }),
  allowing("an ARN cut short by a wildcard", { Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*" }),
  allowing("an action that nobody knows, which is a finding of policy-known-names", {
    Action: "s3:Foo",
    Resource: bucket,
  }),
  {
    title: "the short form of API Gateway in its own policy",
    resources: [
      bucketPolicy({ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  allowing(
    "actions on objects, for a bucket",
    { Action: ["s3:GetObject", "s3:PutObject*"], Resource: bucket },
    inPolicy(
      "Statement[0].Action[0]",
      '"s3:GetObject" acts on none of the statement\'s resources, but on arn:${Partition}:s3:::${BucketName}/${ObjectName} and arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}',
    ),
    inPolicy(
      "Statement[0].Action[1]",
      '"s3:PutObject*" acts on none of the statement\'s resources, but on arn:${Partition}:s3:::${BucketName}/${ObjectName} and arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}',
    ),
  ),
  denying(
    "a Deny that protects nothing",
    { Action: "s3:DeleteBucket", Resource: `${bucket}/*` },
    inPolicy(
      "Statement[0].Action[0]",
      '"s3:DeleteBucket" acts on none of the statement\'s resources, but on arn:${Partition}:s3:::${BucketName}',
    ),
  ),
  allowing(
    "an action that only * can name",
    { Action: ["iam:ListRoles", "iam:GetRole"], Resource: "arn:aws:iam::111122223333:role/Reader" },
    inPolicy(
      "Statement[0].Action[0]",
      '"iam:ListRoles" acts on no resource that has an ARN, so only * can be its resource',
    ),
  ),
  allowing(
    "resources that are no ARNs",
    { Action: "s3:GetObject", Resource: ["data/*", "arn:aws:s3", ""] },
    inPolicy("Statement[0].Resource[0]", 'the resource "data/*" is no ARN, and not *'),
    inPolicy("Statement[0].Resource[1]", 'the resource "arn:aws:s3" is no ARN, and not *'),
    inPolicy("Statement[0].Resource[2]", 'the resource "" is no ARN, and not *'),
  ),
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
