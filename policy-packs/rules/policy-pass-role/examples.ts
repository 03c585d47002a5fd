import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, managedPolicy, unknownDocumentExample } from "../example-policies";

const toEc2 = { "iam:PassedToService": "ec2.amazonaws.com" };
const everyRole = (resource: string): string =>
  `iam:PassRole is allowed on every role (${JSON.stringify(resource)}), to any service`;

const passing: readonly RuleExample[] = [
  allowing("one role by name", { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/Worker" }),
  allowing("one role by name, in any account", { Action: "iam:PassRole", Resource: "arn:aws:iam::*:role/Worker" }),
  allowing("any role, to one service", {
    Action: "iam:PassRole",
    Resource: "*",
    Condition: { StringEquals: toEc2 },
  }),
  allowing("roles of a prefix, to services of a pattern", {
    Action: "iam:PassRole",
    Resource: "arn:aws:iam::111122223333:role/app-*",
    Condition: { StringLike: { "IAM:PassedToService": "ecs*.amazonaws.com" } },
  }),
  allowing("actions on objects, beside everything in a bucket", { Action: "*", Resource: "arn:aws:s3:::data/*" }),
  allowing("everything on everything, which is a finding of policy-administrator", { Action: "*", Resource: "*" }),
  allowing("all actions but those of IAM", { NotAction: "iam:*", Resource: "*" }),
  denying("a Deny", { Action: "iam:PassRole", Resource: "*" }),
];

const violations: readonly RuleExample[] = [
  allowing("any role", { Action: "iam:PassRole", Resource: "*" }, inPolicy("Statement[0].Resource[0]", everyRole("*"))),
  allowing(
    "any role of any account, in other letters",
    { Action: "IAM:passrole", Resource: "arn:aws:iam::*:role/*" },
    inPolicy("Statement[0].Resource[0]", everyRole("arn:aws:iam::*:role/*")),
  ),
  allowing(
    "any role of one account, by a pattern of actions",
    { Action: ["iam:Get*", "iam:Pass*"], Resource: ["arn:aws:iam::111122223333:role/*"] },
    inPolicy("Statement[0].Resource[0]", everyRole("arn:aws:iam::111122223333:role/*")),
  ),
  allowing("all of IAM", { Action: "iam:*", Resource: "*" }, inPolicy("Statement[0].Resource[0]", everyRole("*"))),
  allowing(
    "a condition that holds without the key",
    { Action: "iam:PassRole", Resource: "*", Condition: { StringEqualsIfExists: toEc2 } },
    inPolicy("Statement[0].Resource[0]", everyRole("*")),
  ),
  allowing(
    "a condition that takes every service",
    { Action: "iam:PassRole", Resource: "*", Condition: { StringLike: { "iam:PassedToService": "*" } } },
    inPolicy("Statement[0].Resource[0]", everyRole("*")),
  ),
  allowing(
    "roles of a prefix, to any service",
    { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/app-*" },
    inPolicy(
      "Statement[0].Resource[0]",
      'iam:PassRole is allowed on all roles of the pattern "arn:aws:iam::111122223333:role/app-*", to any service',
    ),
  ),
  allowing(
    "all roles but one",
    { Action: "iam:PassRole", NotResource: "arn:aws:iam::111122223333:role/Administrator" },
    inPolicy(
      "Statement[0].NotResource",
      "iam:PassRole is allowed on every role that NotResource does not list, to any service",
    ),
  ),
  allowing(
    "all actions but some",
    { NotAction: "s3:*", Resource: "*" },
    inPolicy("Statement[0].Resource[0]", everyRole("*")),
  ),
  {
    title: "a Deny of something else beside it",
    resources: [
      managedPolicy(
        { Effect: "Allow", Action: "iam:PassRole", Resource: "*" },
        { Effect: "Deny", Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/Administrator" },
      ),
    ],
    findings: [inPolicy("Statement[0].Resource[0]", everyRole("*"))],
  },
  {
    ...allowing(
      "one role by name, where the service has to be named too",
      { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/Worker" },
      inPolicy(
        "Statement[0].Resource[0]",
        'iam:PassRole is allowed on the role "arn:aws:iam::111122223333:role/Worker", to any service',
      ),
    ),
    settings: { serviceForNamedRoles: true },
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
