import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, managedPolicy, unknownDocumentExample } from "../example-policies";

const read = { Action: "s3:GetObject", Resource: "*" };

const passing: readonly RuleExample[] = [
  allowing("sets of values for keys that have several", {
    ...read,
    Condition: {
      "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost"] },
      "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-1/*"] },
    },
  }),
  allowing("wildcards where they are wildcards", {
    ...read,
    Condition: {
      StringLike: { "s3:prefix": "in/*", "aws:PrincipalArn": "*" },
      ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:orders-*" },
      StringEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders" },
    },
  }),
  allowing("a variable, and a star that is meant", {
    ...read,
    Condition: { StringEquals: { "s3:prefix": ["home/${aws:username}", "${*}"] } },
  }),
  allowing("a tag for actions that have it, and a missing one that does no harm", {
    Action: ["ec2:StartInstances", "ec2:*Instances"],
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/team": "x" }, StringNotEquals: { "aws:RequestTag/team": "y" } },
  }),
];

const violations: readonly RuleExample[] = [
  allowing(
    "a set prefix on a key with one value",
    { ...read, Condition: { "ForAllValues:StringEquals": { "aws:SourceAccount": ["111122223333"] } } },
    inPolicy(
      "Statement[0].Condition.ForAllValues:StringEquals.aws:SourceAccount",
      'ForAllValues on "aws:SourceAccount", which has one value, only adds that the condition holds without the key',
    ),
  ),
  denying(
    "a wildcard that is compared as text",
    { ...read, Condition: { StringNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } } },
    inPolicy(
      "Statement[0].Condition.StringNotEquals.aws:PrincipalArn",
      'StringNotEquals compares "arn:aws:iam::111122223333:role/*" character by character, the wildcard too',
    ),
  ),
  allowing(
    "a wildcard that runs over the components of an ARN",
    { ...read, Condition: { StringLike: { "aws:SourceArn": "arn:aws:sns:*:orders" } } },
    inPolicy(
      "Statement[0].Condition.StringLike.aws:SourceArn",
      'StringLike lets the wildcard in "arn:aws:sns:*:orders" run over the colons of the ARN',
    ),
  ),
  {
    title: "a tag that the actions never have",
    resources: [
      managedPolicy(
        {
          Effect: "Allow",
          Action: ["ec2:StartInstances", "ec2:DescribeInstances", "iam:ListRole*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:ResourceTag/team": "x" } },
        },
        {
          Effect: "Deny",
          Action: "sqs:SendMessage",
          Resource: "*",
          Condition: { StringLike: { "aws:RequestTag/team": "*" } },
        },
      ),
    ],
    findings: [
      inPolicy(
        "Statement[0].Condition.StringEquals.aws:ResourceTag/team",
        '"aws:ResourceTag/team" is never there for "ec2:DescribeInstances", so the statement allows nothing of that',
      ),
      inPolicy(
        "Statement[1].Condition.StringLike.aws:RequestTag/team",
        '"aws:RequestTag/team" is never there for "sqs:SendMessage", so the statement denies nothing of that',
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
