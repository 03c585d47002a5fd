import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const complete = {
  minimumPasswordLength: 14,
  requireUppercaseCharacters: true,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  passwordReusePrevention: 24,
  maxPasswordAge: 90,
};

const policy = (properties: ExampleResource["properties"], from?: ExampleResource["from"]): ExampleResource => ({
  type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  name: "passwords",
  properties,
  ...(from && { from }),
});

const found = (property: string, message: string): RuleExample["findings"][number] => ({
  outcome: "violation",
  resource: "passwords",
  property,
  message: `the password policy's ${property} ${message}`,
});

const passing: readonly RuleExample[] = [
  { title: "all seven settings, at their limits", resources: [policy(complete)], findings: [] },
  {
    title: "more than is asked for",
    resources: [policy({ ...complete, minimumPasswordLength: 20, maxPasswordAge: 30 })],
    findings: [],
  },
  {
    title: "passwords that need not end",
    resources: [policy({ ...complete, maxPasswordAge: 0 })],
    settings: { maximumAge: 0 },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "no password policy",
    resources: [],
    findings: [{ outcome: "violation", message: "the stack declares the account's scope and sets no password policy" }],
  },
  {
    title: "each setting one short of what is asked for",
    resources: [
      policy({
        minimumPasswordLength: 13,
        requireUppercaseCharacters: false,
        requireLowercaseCharacters: false,
        requireNumbers: false,
        requireSymbols: false,
        passwordReusePrevention: 23,
        maxPasswordAge: 91,
      }),
    ],
    findings: [
      found("minimumPasswordLength", "is 13; expected is at least 14"),
      found("requireUppercaseCharacters", "is false; expected is true"),
      found("requireLowercaseCharacters", "is false; expected is true"),
      found("requireNumbers", "is false; expected is true"),
      found("requireSymbols", "is false; expected is true"),
      found("passwordReusePrevention", "is 23; expected is 24"),
      found("maxPasswordAge", "is 91; expected is 1 to 90"),
    ],
  },
  {
    title: "settings left to AWS, which a preview shows as unknown",
    resources: [policy({ ...complete, maxPasswordAge: unknownAtPreview, requireSymbols: undefined })],
    findings: [
      found("requireSymbols", "is not set; expected is true"),
      found("maxPasswordAge", "is not set; expected is 1 to 90"),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a setting that another resource tells",
    resources: [
      policy({ ...complete, minimumPasswordLength: unknownAtPreview }, { minimumPasswordLength: ["standard"] }),
    ],
    findings: [
      {
        outcome: "undetermined",
        resource: "passwords",
        property: "minimumPasswordLength",
        message: "the password policy's minimumPasswordLength is known only after the update; expected is at least 14",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
