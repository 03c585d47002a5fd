import type { RuleExample } from "../example";
import { allowing, denying, inPolicy, unknownDocumentExample } from "../example-policies";

const passing: readonly RuleExample[] = [
  allowing("some actions", { Action: ["kms:Decrypt", "kms:Describe*"], Resource: "*" }),
  allowing("everything, on one bucket", { Action: "s3:*", Resource: ["arn:aws:s3:::data", "arn:aws:s3:::data/*"] }),
  allowing("full access to another service", { Action: "sqs:*", Resource: "*" }),
  allowing("everything on everything, which is a finding of policy-administrator", { Action: "*", Resource: "*" }),
  denying("a Deny", { Action: "cloudtrail:*", Resource: "*" }),
];

const violations: readonly RuleExample[] = [
  allowing(
    "full access to keys, in other letters, and to the record of calls",
    { Action: ["KMS:*", "cloudtrail:*"], Resource: "*" },
    inPolicy("Statement[0].Action[0]", "full access to kms: every action on every resource"),
    inPolicy("Statement[0].Action[1]", "full access to cloudtrail: every action on every resource"),
  ),
  allowing(
    "an ARN that is a star in effect",
    { Action: "s3:*", Resource: "arn:aws:s3:::*" },
    inPolicy("Statement[0].Action[0]", "full access to s3: every action on every resource"),
  ),
  allowing(
    "a pattern of services",
    { Action: "cloud*:*", Resource: "*" },
    inPolicy("Statement[0].Action[0]", "full access to cloudshell: every action on every resource"),
    inPolicy("Statement[0].Action[0]", "full access to cloudtrail: every action on every resource"),
  ),
  {
    ...allowing(
      "a service of the configuration",
      { Action: ["kms:*", "sqs:*"], Resource: "*" },
      inPolicy("Statement[0].Action[1]", "full access to sqs: every action on every resource"),
    ),
    settings: { services: ["sqs"] },
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
