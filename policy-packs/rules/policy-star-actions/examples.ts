import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, managedPolicy, roleTrusting, unknownDocumentExample } from "../example-policies";

const bucket = "arn:aws:s3:::data";

const passing: readonly RuleExample[] = [
  allowing("the actions that are used", { Action: ["s3:GetObject", "s3:PutObject"], Resource: `${bucket}/*` }),
  allowing("patterns of actions that only read", { Action: ["s3:Get*", "s3:List*", "ec2:Describe*"], Resource: "*" }),
  allowing("a pattern of a few changing actions", { Action: "s3:PutObject*", Resource: `${bucket}/*` }),
  denying("a Deny of whole services", { Action: ["s3:*", "*"], Resource: "*" }),
  allowing("everything on everything, which is a finding of policy-administrator", { Action: "*", Resource: "*" }),
  {
    title: "a boundary, which allows all so that the policies decide",
    resources: [
      managedPolicy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
      {
        ...roleTrusting({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
        properties: { name: "Role", permissionsBoundary: "arn:aws:iam::111122223333:policy/Policy" },
      },
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  allowing(
    "every action of a service",
    { Action: ["s3:GetObject", "S3:*"], Resource: [bucket, `${bucket}/*`] },
    inPolicy("Statement[0].Action[1]", 'the action "S3:*" stands for every action of the service'),
  ),
  allowing(
    "every action of every service, on one resource",
    { Action: "*:*", Resource: bucket },
    inPolicy("Statement[0].Action[0]", 'the action "*:*" stands for every action of every service'),
  ),
  allowing(
    "a wildcard in the service's name",
    { Action: "s*:Put*", Resource: "*" },
    inPolicy("Statement[0].Action[0]", 'the action "s*:Put*" has a wildcard in the service\'s name'),
  ),
  {
    title: "a document that is one object, with a single statement",
    resources: [
      {
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "policy",
        properties: {
          role: "Role",
          policy: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "ec2:**", Resource: "*" } },
        },
      },
    ],
    findings: [inPolicy("Statement[0].Action[0]", 'the action "ec2:**" stands for every action of the service')],
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
