import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, unknownDocumentExample } from "../example-policies";

const action = "iam:CreateServiceLinkedRole";

const passing: readonly RuleExample[] = [
  allowing("one service, by a condition", {
    Action: action,
    Resource: "*",
    Condition: { StringLike: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
  }),
  allowing("one service, by the role's path", {
    Action: action,
    Resource: "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*",
  }),
  allowing("roles that are linked to no service", { Action: "iam:CreateRole", Resource: "*" }),
  denying("a Deny", { Action: action, Resource: "*" }),
];

const violations: readonly RuleExample[] = [
  allowing(
    "any service",
    { Action: action, Resource: "*" },
    inPolicy("Statement[0].Resource[0]", 'iam:CreateServiceLinkedRole is allowed for every service ("*")'),
  ),
  allowing(
    "any service, by a pattern and a path that is a star in effect",
    { Action: "iam:create*", Resource: "arn:aws:iam::111122223333:role/aws-service-role/*" },
    inPolicy(
      "Statement[0].Resource[0]",
      'iam:CreateServiceLinkedRole is allowed for every service ("arn:aws:iam::111122223333:role/aws-service-role/*")',
    ),
  ),
  allowing(
    "all roles but some",
    { Action: action, NotResource: "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*" },
    inPolicy(
      "Statement[0].NotResource",
      "iam:CreateServiceLinkedRole is allowed for every service that NotResource does not list",
    ),
  ),
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
