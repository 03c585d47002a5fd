import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type AnalyzeResponse,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { projectRoot } from "#engine";
import {
  analyzeRequest,
  analyzeStack,
  answerOf,
  emptyMessage,
  stackRequest,
  startPack,
  structOf,
  type PackHost,
  type SentResource,
} from "../pack-host";
import { unknownAtPreview, type ExampleResource, type RuleExamples } from "../../policy-packs/rules/example";
import { bigStack } from "./big-stack";

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const rulesFolder = join(projectRoot(), "policy-packs", "rules");

/**
 * Our pack and `@pulumi/awsguard` on the same stacks, as a table: how many of the rules' examples of faults on AWS they
 * find, what would stop the big stack, which has no fault, and how long that takes.
 *
 * Awsguard's policies that ask AWS are off, as AWS is not to be had here.
 *
 * @param pack the folder of our pack, compiled
 * @returns why there is no table, where awsguard cannot be installed.
 */
export async function compareWithAwsguard(pack: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-awsguard-"));
  try {
    writeAwsguard(folder);
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];
    await promisify(execFile)("npm", install, { cwd: folder });
    const stacks = await faultyStacks();
    const head = ["pack     ", "faulty stacks found", "would stop the good one", "3,000 resources, s"];
    const rows = [
      await row("entra-aws", pack, stacks, () => Promise.resolve()),
      await row("awsguard", folder, stacks, configureAwsguard),
    ];
    return [head, ...rows]
      .map((cells) => cells.map((cell, index) => cell.padEnd(head[index]?.length ?? 0)).join("  "))
      .join("\n");
  } catch (error) {
    return `no comparison with @pulumi/awsguard: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAwsguard(folder: string): void {
  const dependencies = { "@pulumi/awsguard": "0.3.1" };
  const packageJson = { name: "awsguard", version: "1.0.0", main: "index.js", dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(packageJson));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  const program = 'new (require("@pulumi/awsguard").AwsGuard)({ all: "mandatory" });\n';
  writeFileSync(join(folder, "index.js"), program);
}

/** Awsguard's policies that ask AWS, whose answer would not be of the stack. */
const asking = ["access-keys-rotated", "mfa-enabled-for-iam-console-access", "acm-certificate-expiration"];

/** Awsguard with all policies mandatory, as its page shows it: without an engine its own configuration is not applied. */
async function configureAwsguard({ client }: PackHost): Promise<void> {
  const info = await answerOf<AnalyzerInfo>((callback) => client.getAnalyzerInfo(emptyMessage(), callback));
  const request = new ConfigureAnalyzerRequest();
  for (const each of info.getPoliciesList()) {
    const policy = new PolicyConfig();
    const isAsking = asking.includes(each.getName());
    policy.setEnforcementlevel(isAsking ? EnforcementLevel.DISABLED : EnforcementLevel.MANDATORY);
    policy.setProperties(structOf({}));
    request.getPolicyconfigMap().set(each.getName(), policy);
  }
  await answerOf((callback) => client.configure(request, callback));
}

async function row(
  name: string,
  folder: string,
  stacks: readonly (readonly SentResource[])[],
  prepare: (host: PackHost) => Promise<void>,
): Promise<string[]> {
  const host = await startPack(folder);
  try {
    await prepare(host);
    let found = 0;
    for (const stack of stacks) found += (await findingsIn(host, stack)).length > 0 ? 1 : 0;
    const good = bigStack();
    const stopping = (await findingsIn(host, good)).filter((level) => level === EnforcementLevel.MANDATORY).length;
    const started = performance.now();
    await analyzeStack(host.client, stackRequest(good));
    const seconds = (performance.now() - started) / 1000;
    return [name, `${found} of ${stacks.length}`, `${stopping} findings`, seconds.toFixed(2)];
  } finally {
    host.close();
  }
}

/** The levels of what is found, resource by resource and in the whole. */
async function findingsIn({ client }: PackHost, resources: readonly SentResource[]): Promise<EnforcementLevel[]> {
  const stack = stackRequest(resources);
  const answers = [await analyzeStack(client, stack)];
  for (const resource of stack.getResourcesList()) {
    const request = analyzeRequest(resource);
    answers.push(await answerOf<AnalyzeResponse>((callback) => client.analyze(request, callback)));
  }
  return answers.flatMap((answer) => answer.getDiagnosticsList().map((diagnostic) => diagnostic.getEnforcementlevel()));
}

async function faultyStacks(): Promise<readonly (readonly SentResource[])[]> {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const modules = await Promise.all(
    folders.map(
      async ({ name }) => (await import(join(rulesFolder, name, "examples.ts"))) as { examples: RuleExamples },
    ),
  );
  return modules
    .flatMap(({ examples }) => examples.violations)
    .filter(
      ({ resources, settings }) => settings === undefined && resources.some(({ type }) => type.startsWith("aws:")),
    )
    .map(({ resources }) => resources.map(sent));
}

function sent({ type, name, properties }: ExampleResource): SentResource {
  const known = JSON.stringify(properties, (_key, value: unknown) =>
    value === unknownAtPreview ? unknownString : value,
  );
  return { type, name, properties: JSON.parse(known) as Record<string, unknown> };
}
