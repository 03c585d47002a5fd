import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { iamRole } from "../iam-examples";

const passing: readonly RuleExample[] = [
  {
    title: "any name, where nothing is chosen",
    resources: [iamRole("Developer"), iamRole("developer", { name: "developer-0a1b2c3" })],
    findings: [],
  },
  { title: "a given name, as chosen", resources: [iamRole("Developer")], settings: { names: "named" }, findings: [] },
  {
    title: "generated names, as chosen",
    resources: [
      iamRole("developer", { name: "developer-0a1b2c3" }),
      iamRole("auditor", { namePrefix: "auditor-", name: "auditor-20261125000000000000000001" }),
    ],
    settings: { names: "generated" },
    findings: [],
  },
  {
    title: "a given name that looks like a generated one of another resource",
    resources: [iamRole("developer", { name: "auditor-0a1b2c3" })],
    settings: { names: "named" },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a generated name where names are given",
    resources: [iamRole("developer", { name: "developer-0a1b2c3" })],
    settings: { names: "named" },
    findings: [
      {
        outcome: "violation",
        resource: "developer",
        property: "name",
        message: 'the name "developer-0a1b2c3" is generated, and names are to be given',
      },
    ],
  },
  {
    title: "a given name where names are generated",
    resources: [iamRole("Developer")],
    settings: { names: "generated" },
    findings: [
      {
        outcome: "violation",
        resource: "Developer",
        property: "name",
        message: 'the name "Developer" is given, and names are to be generated',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that only the update tells",
    resources: [iamRole("Developer", { name: unknownAtPreview })],
    settings: { names: "named" },
    findings: [
      {
        outcome: "undetermined",
        resource: "Developer",
        property: "name",
        message: "the name is known only after the update, so nobody can say whether it is given",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
