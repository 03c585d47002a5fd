import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const analyzer = (name: string, type?: unknown): ExampleResource => ({
  type: "aws:accessanalyzer/analyzer:Analyzer",
  name,
  properties: { analyzerName: name, type },
});

const passing: readonly RuleExample[] = [
  { title: "an analyzer of the account", resources: [analyzer("outside")], findings: [] },
  { title: "an analyzer of the organisation", resources: [analyzer("outside", "ORGANIZATION")], findings: [] },
  {
    title: "one of each kind",
    resources: [analyzer("unused", "ACCOUNT_UNUSED_ACCESS"), analyzer("outside", "ACCOUNT")],
    findings: [],
  },
];

const missing = "the stack declares the account's scope and has no analyzer of access from outside";

const violations: readonly RuleExample[] = [
  { title: "no analyzer", resources: [], findings: [{ outcome: "violation", message: missing }] },
  {
    title: "an analyzer of unused access only",
    resources: [analyzer("unused", "ACCOUNT_UNUSED_ACCESS")],
    findings: [{ outcome: "violation", message: missing }],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a type that only the update tells",
    resources: [analyzer("later", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "later",
        property: "type",
        message: "whether this analyzer looks at access from outside is known only after the update",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
