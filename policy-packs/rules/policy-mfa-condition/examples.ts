import type { ExampleResource, RuleExample } from "../example";
import {
  allowing,
  denying,
  documentText,
  inPolicy,
  managedPolicy,
  roleTrusting,
  unknownDocumentExample,
} from "../example-policies";

const key = "aws:MultiFactorAuthPresent";
const all = { Action: "*", Resource: "*" };

const trustOf = (Condition: object): ExampleResource =>
  roleTrusting({
    Effect: "Allow",
    Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" },
    Action: "sts:AssumeRoleWithSAML",
    Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" }, ...Condition },
  });

const passing: readonly RuleExample[] = [
  denying("a Deny that also holds without the key", { ...all, Condition: { BoolIfExists: { [key]: "false" } } }),
  allowing("an Allow that holds with MFA only", { ...all, Condition: { Bool: { [key]: true } } }),
  allowing("an Allow that asks for the key too", {
    ...all,
    Condition: {
      Bool: { [key]: "true" },
      Null: { [key]: "false" },
      NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
    },
  }),
  {
    title: "two Denies, for a false key and for a missing one",
    resources: [
      managedPolicy(
        { Effect: "Deny", ...all, Condition: { Bool: { [key]: "false" } } },
        { Effect: "Deny", ...all, Condition: { Null: { [key]: "true" } } },
      ),
    ],
    findings: [],
  },
  {
    title: "an age beside a Deny that holds without MFA",
    resources: [
      managedPolicy(
        { Effect: "Deny", ...all, Condition: { BoolIfExists: { [key]: "false" } } },
        { Effect: "Deny", ...all, Condition: { NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } } },
      ),
    ],
    findings: [],
  },
  { title: "a federated role without such a condition", resources: [trustOf({})], findings: [] },
];

const withAccessKeys = "such as those signed with access keys";

const violations: readonly RuleExample[] = [
  denying(
    "a Deny by Bool",
    { ...all, Condition: { Bool: { "AWS:multifactorauthpresent": "false" } } },
    inPolicy(
      "Statement[0].Condition.Bool.AWS:multifactorauthpresent",
      `the Deny passes over requests that do not have the key, ${withAccessKeys}`,
    ),
  ),
  denying(
    "a Deny by Null",
    { ...all, Condition: { Null: { [key]: true } } },
    inPolicy(
      `Statement[0].Condition.Null.${key}`,
      "the Deny passes over sessions without MFA, which have the key with the value false",
    ),
  ),
  allowing(
    "an Allow by BoolIfExists",
    { ...all, Condition: { BoolIfExists: { [key]: "true" } } },
    inPolicy(
      `Statement[0].Condition.BoolIfExists.${key}`,
      `the Allow also holds for requests that do not have the key, ${withAccessKeys}`,
    ),
  ),
  allowing(
    "an Allow by Null",
    { ...all, Condition: { Null: { [key]: "false" } } },
    inPolicy(
      `Statement[0].Condition.Null.${key}`,
      "the Allow asks only whether the key is there, which it is in sessions without MFA too",
    ),
  ),
  denying(
    "a Deny by age",
    { ...all, Condition: { NumericGreaterThan: { "aws:MultiFactorAuthAge": 3600 } } },
    inPolicy(
      "Statement[0].Condition.NumericGreaterThan.aws:MultiFactorAuthAge",
      "the Deny passes over requests without MFA, which do not have the key",
    ),
  ),
  allowing(
    "an Allow by age, if there is one",
    { ...all, Condition: { NumericLessThanIfExists: { "aws:MultiFactorAuthAge": 3600 } } },
    inPolicy(
      "Statement[0].Condition.NumericLessThanIfExists.aws:MultiFactorAuthAge",
      "the Allow also holds for requests without MFA, which do not have the key",
    ),
  ),
  {
    title: "a federated role that asks for MFA in AWS, in its trust and in a policy",
    resources: [
      trustOf({ Bool: { [key]: "true" } }),
      {
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "policy",
        properties: {
          role: "Role",
          policy: documentText({ Effect: "Deny", ...all, Condition: { BoolIfExists: { [key]: "false" } } }),
        },
      },
    ],
    findings: [
      {
        resource: "role",
        outcome: "violation",
        property: `assumeRolePolicy.Statement[0].Condition.Bool.${key}`,
        message: "no federated session has MFA by this key, whatever the identity provider asked for",
      },
      inPolicy(
        `Statement[0].Condition.BoolIfExists.${key}`,
        "no federated session has MFA by this key, whatever the identity provider asked for",
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [unknownDocumentExample];

export const examples = { passing, violations, undetermined };
