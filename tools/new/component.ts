import { type Change, camel, pascal, withReplaced, withSortedLine, withSortedPath } from "./change";

/** A component, its test, its export and its section in the docs: `aws/audit-policy` becomes `AuditPolicy`. */
export function newComponent(path: string): Change[] {
  const [room = "", file = ""] = path.split("/");
  if (room !== "aws")
    throw new Error(
      `Components stand in components/aws or components/entra; this script makes the first kind: aws/${file || room}.`,
    );
  const name = pascal(file);
  return [
    { file: `components/aws/${file}.ts`, create: component(name) },
    { file: `components/aws/${file}.test.ts`, create: test(file, name) },
    {
      file: "index.ts",
      edit: (text) => withSortedPath(text, `export { ${name}, type ${name}Args } from "./components/aws/${file}";`),
    },
    { file: "docs/components.md", edit: (text) => documented(text, file, name) },
  ];
}

function documented(text: string, file: string, name: string): string {
  const imported = withSortedLine(text, (line) => /^ {2}[A-Z]\w+,$/.test(line), `  ${name},`);
  const section = `### ${name}

A managed policy of the account's own.

\`\`\`ts
const ${camel(file)} = new ${name}("${file}", {
  account,
  policyName: "${name}",
  document: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "iam:Get*", Resource: "*" }],
  }),
});

export const ${camel(file)}Arn = ${camel(file)}.policyArn;
\`\`\`
`;
  return withReplaced(imported, /\n*$/, `\n\n${section}`);
}

const component = (name: string): string => `import { Policy } from "@pulumi/aws/iam/policy";
import * as pulumi from "@pulumi/pulumi";
import { policyNameProblems } from "#core/aws";
import { policyProblems } from "#core/aws/policy";
import { accountProblems } from "../account-checks";
import { isPlain, refuse, warn } from "../refusal";
import type { AccountArgs } from "../account";

/** What ${name} is made from. */
export interface ${name}Args {
  /** The account in which the policy is made. */
  account: AccountArgs;
  /** The policy's name, 1…128 letters, digits and \`+=,.@_-\`. */
  policyName: string;
  /** The policy, a JSON document of at most 6,144 characters. */
  document: pulumi.Input<string>;
  /**
   * Tags of the policy.
   * @default none
   */
  tags?: Record<string, pulumi.Input<string>>;
}

/** Checks the arguments. Pure. */
export function plan${name}(instance: string, args: ${name}Args) {
  const problems = [
    ...accountProblems(args.account),
    ...policyNameProblems(args.policyName, "policyName"),
    ...(isPlain(args.document) ? policyProblems(args.document, "managed", "document") : []),
  ];
  return { warnings: refuse("${name}", instance, problems) };
}

/** A managed policy of the account's own. */
export class ${name} extends pulumi.ComponentResource {
  /** ARN of the policy. */
  readonly policyArn: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: ${name}Args, opts?: pulumi.ComponentResourceOptions) {
    const plan = plan${name}(name, args);
    super("entra-aws:index:${name}", name, args, opts);
    warn("${name}", name, plan.warnings, this);

    const policy = new Policy(
      \`\${name}-policy\`,
      { name: args.policyName, policy: args.document, tags: args.tags },
      { parent: this },
    );

    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}
`;

const test = (file: string, name: string): string => `import { describe, expect, it } from "vitest";
import { InvalidArguments } from "#core/problems";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations } from "../../test/mocked-engine";
import { ${name}, plan${name}, type ${name}Args } from "./${file}";

const args: ${name}Args = {
  account: { id: "111122223333", name: "Account1" },
  policyName: "Reads",
  document: \`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:Get*","Resource":"*"}]}\`,
};

/** Codes and properties of what a plan refuses. */
function refused(change: Partial<${name}Args>): string[] {
  try {
    plan${name}("one", { ...args, ...change });
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal.problems.map(({ code, property }) => \`\${code} \${property}\`);
    throw refusal;
  }
  return [];
}

describe("${name}", () => {
  it("registers the policy under itself, with the account's provider", async () => {
    const registered = await registrations(() => new ${name}("one", args, explicitProviders()), mockedClouds());
    const [policy] = registered.filter(({ parent }) => parent === "one");
    expect(policy).toMatchObject({
      type: "aws:iam/policy:Policy",
      name: "one-policy",
      provider: "the-account",
      inputs: { name: "Reads", policy: args.document },
    });
  });

  it.each<[what: string, change: Partial<${name}Args>, problems: string[]]>([
    ["a name of 128 characters", { policyName: "a".repeat(128) }, []],
    ["a name of 129 characters", { policyName: "a".repeat(129) }, ["policy-name-too-long policyName"]],
    ["a document that is none", { document: "{" }, ["policy-malformed document"]],
  ])("judges %s", (_what, change, problems) => {
    expect(refused(change)).toEqual(problems);
  });
});
`;
