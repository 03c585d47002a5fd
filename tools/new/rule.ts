import { type Change, camel, withReplaced, withSortedPath } from "./change";

/** A rule with all that the contract of rules demands. What it judges stands for what the new rule will judge. */
export function newRule(id: string): Change[] {
  const folder = `policy-packs/rules/${id}`;
  const name = camel(id);
  return [
    { file: `${folder}/rule.ts`, create: rule(id, name) },
    { file: `${folder}/rule.test.ts`, create: test(name) },
    { file: `${folder}/examples.ts`, create: examples },
    { file: `${folder}/README.md`, create: page(id) },
    { file: "policy-packs/rules/index.ts", edit: (text) => listed(text, id, name) },
  ];
}

function listed(text: string, id: string, name: string): string {
  const imported = withSortedPath(text, `import { ${name} } from "./${id}/rule";`);
  const [list = "", names = ""] = /rules: readonly Rule\[\] = \[([^\]]*)\];/.exec(imported) ?? [];
  const ids = new Map(
    [...imported.matchAll(/^import \{ (\w+) \} from ".\/([a-z-]+)\/rule";$/gm)].map(([, n = "", i = ""]) => [n, i]),
  );
  const sorted = [
    ...names
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
    name,
  ].sort((one, other) => ((ids.get(one) ?? "") < (ids.get(other) ?? "") ? -1 : 1));
  return withReplaced(imported, list, `rules: readonly Rule[] = [\n${sorted.map((each) => `  ${each},\n`).join("")}];`);
}

const rule = (id: string, name: string): string => `import type { StackResource } from "../../facts";
import type { ResourceRule, Verdict } from "../rule";

export const ${name}: ResourceRule = {
  kind: "resource",
  id: "${id}",
  title: "A role in AWS says what it is for",
  severity: "low",
  why: "A role that says nothing about itself is read in a review by opening all of its policies, and is kept because nobody knows who needs it.",
  fix: "Give the role a description of what it is for and for whom.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html"],
  frameworks: [],
  options: {},
  types: ["aws:iam/role:Role"],
  judge: (role) => judgeRole(role),
};

function judgeRole(resource: StackResource): readonly Verdict[] {
  const property = "description";
  const reading = resource.read(property);
  if (reading.kind === "unknown") {
    const message = "the role's description is known only after the update";
    return [{ outcome: "undetermined", resource, property: reading.property, message }];
  }
  if (reading.kind === "known" && reading.value !== "") return [];
  return [{ outcome: "violation", resource, property, message: "the role does not say what it is for" }];
}
`;

const test = (name: string): string => `import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { ${name} } from "./rule";

testExamples(${name}, examples);
`;

const examples = `import { unknownAtPreview, type ExampleResource, type RuleExample } from "../example";

const role = (properties: ExampleResource["properties"]): ExampleResource => ({
  type: "aws:iam/role:Role",
  name: "auditor",
  properties,
});

const passing: readonly RuleExample[] = [
  { title: "a role with a description", resources: [role({ description: "Reads everything" })], findings: [] },
];

const violations: readonly RuleExample[] = [
  {
    title: "a role without a description",
    resources: [role({})],
    findings: [
      {
        resource: "auditor",
        outcome: "violation",
        property: "description",
        message: "the role does not say what it is for",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a description that the cloud will tell",
    resources: [role({ description: unknownAtPreview })],
    findings: [
      {
        resource: "auditor",
        outcome: "undetermined",
        property: "description",
        message: "the role's description is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined };
`;

const page = (id: string): string => `# ${id}

A role in AWS says what it is for.

## Avoid

\`\`\`ts
new aws.iam.Role("auditor", { assumeRolePolicy });
\`\`\`

## Prefer

\`\`\`ts
new aws.iam.Role("auditor", { assumeRolePolicy, description: "Reads everything, for the yearly audit" });
\`\`\`

## Rationale

A role that says nothing about itself is read by opening all of its policies, and is kept because nobody knows who needs
it. A description that is known only after the update is _undetermined_.

## Configuration

None.
`;
