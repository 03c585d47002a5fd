import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, unknownDocumentExample } from "../example-policies";

const passing: readonly RuleExample[] = [
  allowing("a prefix of one bucket", { Action: "s3:PutObject", Resource: "arn:aws:s3:::data/in/*" }),
  allowing("reading, on everything", { Action: ["s3:Get*", "ec2:Describe*"], Resource: "*" }),
  allowing("an action that names no resource", { Action: ["kms:CreateKey", "iam:ListRoles"], Resource: "*" }),
  allowing("resources with a tag of the team", {
    Action: "ec2:TerminateInstances",
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/team": "identity" } },
  }),
  allowing("queues with the team's prefix", {
    Action: "sqs:SendMessage",
    Resource: "arn:aws:sqs:*:111122223333:identity-*",
  }),
  allowing("what other rules are about", {
    Action: ["iam:PassRole", "sts:AssumeRole", "iam:CreateServiceLinkedRole", "s3:*"],
    Resource: "*",
  }),
  denying("a Deny on everything", { Action: "s3:DeleteBucket", Resource: "*" }),
];

const violations: readonly RuleExample[] = [
  allowing(
    "changing actions on everything",
    { Action: ["s3:GetObject", "s3:PutObject", "sqs:SendMessage"], Resource: "*" },
    inPolicy(
      "Statement[0].Resource[0]",
      'the resource "*" lets s3:PutObject, sqs:SendMessage act on every resource of the kind',
    ),
  ),
  allowing(
    "an ARN that is a star in effect",
    { Action: "s3:DeleteObject", Resource: ["arn:aws:s3:::data/*", "arn:aws:s3:::*"] },
    inPolicy(
      "Statement[0].Resource[1]",
      'the resource "arn:aws:s3:::*" lets s3:DeleteObject act on every resource of the kind',
    ),
  ),
  allowing(
    "all queues of one account",
    { Action: "sqs:DeleteQueue", Resource: "arn:aws:sqs:*:111122223333:*" },
    inPolicy(
      "Statement[0].Resource[0]",
      'the resource "arn:aws:sqs:*:111122223333:*" lets sqs:DeleteQueue act on every resource of the kind',
    ),
  ),
  allowing(
    "a pattern of changing actions, under a condition that names no resource",
    {
      Action: "sqs:*Message",
      Resource: "*",
      Condition: { StringEqualsIfExists: { "aws:ResourceTag/team": "identity" } },
    },
    inPolicy(
      "Statement[0].Resource[0]",
      'the resource "*" lets sqs:DeleteMessage, sqs:SendMessage act on every resource of the kind',
    ),
  ),
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
