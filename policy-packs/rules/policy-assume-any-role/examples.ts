import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, unknownDocumentExample } from "../example-policies";

const everyRole = (resource: string): string => `sts:AssumeRole is allowed on every role (${JSON.stringify(resource)})`;

const passing: readonly RuleExample[] = [
  allowing("one role", { Action: "sts:AssumeRole", Resource: "arn:aws:iam::111122223333:role/Reader" }),
  allowing("a role of one name in every account", { Action: "sts:AssumeRole", Resource: "arn:aws:iam::*:role/Audit" }),
  allowing("roles with a tag", {
    Action: "sts:AssumeRole",
    Resource: "*",
    Condition: { StringEquals: { "iam:ResourceTag/access": "shared" } },
  }),
  allowing("another action of STS", { Action: ["sts:GetCallerIdentity", "sts:TagSession"], Resource: "*" }),
  denying("a Deny", { Action: "sts:AssumeRole", Resource: "*" }),
];

const violations: readonly RuleExample[] = [
  allowing(
    "any role",
    { Action: "sts:AssumeRole", Resource: "*" },
    inPolicy("Statement[0].Resource[0]", everyRole("*")),
  ),
  allowing(
    "any role of one account, by a pattern of actions",
    { Action: "sts:assume*", Resource: ["arn:aws:iam::111122223333:role/*"] },
    inPolicy("Statement[0].Resource[0]", everyRole("arn:aws:iam::111122223333:role/*")),
  ),
  allowing(
    "any role, under a condition that names none",
    { Action: "sts:*", Resource: "arn:aws:iam::*:role/*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
    inPolicy("Statement[0].Resource[0]", everyRole("arn:aws:iam::*:role/*")),
  ),
  allowing(
    "all roles but one",
    { Action: "sts:AssumeRole", NotResource: "arn:aws:iam::111122223333:role/Administrator" },
    inPolicy("Statement[0].NotResource", "sts:AssumeRole is allowed on every role that NotResource does not list"),
  ),
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
