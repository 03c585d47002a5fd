import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeStackRequest,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type AnalyzeResponse,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type EmptyModule from "google-protobuf/google/protobuf/empty_pb";
import type StructModule from "google-protobuf/google/protobuf/struct_pb";
import { version } from "../../policy-packs/entra-aws/package.json";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const root = join(__dirname, "../..");
// The SDK's messages check that nested ones come from the same copy of protobuf, which may not be ours.
const fromPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { Struct } = fromPulumi("google-protobuf/google/protobuf/struct_pb") as typeof StructModule;
const { Empty } = fromPulumi("google-protobuf/google/protobuf/empty_pb") as typeof EmptyModule;

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const developer = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";
const urn = (type: string, name: string): string => `urn:pulumi:account1::entra-aws::${type}::${name}`;

interface Sent {
  readonly type: string;
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly from?: Record<string, string>;
}

const group = (displayName: string): Sent => ({
  type: "azuread:index/group:Group",
  name: "developers",
  properties: { displayName, objectId: unknownString },
});
const appRole: Sent = {
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "developer",
  properties: { roleId: "5a1f2f3c-0000-5000-8000-000000000001", value: developer },
};
const assignment: Sent = {
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name: "developers",
  properties: { principalObjectId: unknownString, appRoleId: "5a1f2f3c-0000-5000-8000-000000000001" },
  from: { principalObjectId: urn("azuread:index/group:Group", "developers") },
};

/** The pack as Pulumi starts it, compiled, with no engine: https://github.com/pulumi/pulumi/blob/master/proto/pulumi/analyzer.proto */
describe("policy pack over gRPC", () => {
  let house: string;
  let host: ChildProcess;
  let client: AnalyzerClient;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), "entra-aws-pack-"));
    const pack = join(house, "policy-packs/entra-aws");
    await build(join(house, "dist"));
    await cp(join(root, "package.json"), join(house, "package.json"));
    for (const file of ["package.json", "PulumiPolicy.yaml"]) {
      await cp(join(root, "policy-packs/entra-aws", file), join(pack, file));
    }
    await symlink(join(root, "node_modules"), join(house, "node_modules"));
    host = spawn(process.execPath, [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", pack], {
      cwd: pack,
      stdio: ["ignore", "pipe", "inherit"],
    });
    client = new AnalyzerClient(`127.0.0.1:${await firstLine(host)}`, credentials.createInsecure());
  }, 60_000);

  afterAll(async () => {
    client.close();
    host.kill();
    await rm(house, { recursive: true, force: true });
  });

  afterEach(() => configure({}));

  const configure = (settings: Record<string, Record<string, string>>): Promise<unknown> => {
    const policy = new PolicyConfig();
    policy.setEnforcementlevel(EnforcementLevel.MANDATORY);
    policy.setProperties(Struct.fromJavaScript(settings));
    const request = new ConfigureAnalyzerRequest();
    request.getPolicyconfigMap().set("entra-aws", policy);
    return answerOf((callback) => client.configure(request, callback));
  };

  it("is one mandatory policy under the pack's own version", async () => {
    const info = await answerOf<AnalyzerInfo>((callback) => client.getAnalyzerInfo(new Empty(), callback));
    const policies = info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]);
    expect([info.getName(), info.getVersion()]).toEqual(["entra-aws", version]);
    expect(policies).toEqual([["entra-aws", EnforcementLevel.MANDATORY]]);
  });

  it("finds nothing in a stack that keeps the convention", async () => {
    expect(await analyze(client, [group("AWS-Account1-Developers"), appRole, assignment])).toEqual([]);
  });

  it("reports a group by its URN while the assigned id is unknown", async () => {
    expect(await analyze(client, [group("Cloud developers"), appRole, assignment])).toEqual([
      {
        urn: urn("azuread:index/group:Group", "developers"),
        level: EnforcementLevel.MANDATORY,
        message: expect.stringMatching(
          /^\[naming-groups\] the group "Cloud developers" gives a role in AWS, /,
        ) as string,
      },
    ]);
  });

  it("holds an unknown name against the stack instead of letting it pass", async () => {
    expect(await analyze(client, [group(unknownString)])).toEqual([
      {
        urn: urn("azuread:index/group:Group", "developers"),
        level: EnforcementLevel.MANDATORY,
        message: expect.stringMatching(/^\[naming-groups\] cannot be determined at preview: /) as string,
      },
    ]);
  });

  it("takes a rule's option from the policy configuration", async () => {
    await configure({ "naming-groups": { pattern: "cloud.{account}.{role}" } });
    expect(await analyze(client, [group("cloud.Account1.Developer"), appRole, assignment])).toEqual([]);
  });

  it("reports a misspelt option instead of judging by the default", async () => {
    await configure({ "naming-groups": { patern: "x" } });
    const found = await analyze(client, [group("AWS-Account1-Developers")]);
    expect(found.map(({ message }) => message.split("\n")[0])).toEqual([
      '[naming-groups] the rule could not be run: it has no option "patern"',
    ]);
  });
});

/** A gRPC call as a promise. */
function answerOf<Answer>(call: (callback: (error: Error | null, answer: Answer) => void) => unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call((error, answer) => {
      if (error) reject(error);
      else resolve(answer);
    });
  });
}

async function build(outDir: string): Promise<void> {
  const compiler = require.resolve("typescript/bin/tsc");
  await promisify(execFile)(
    process.execPath,
    [compiler, "-p", "tsconfig.build.json", "--noCheck", "--outDir", outDir],
    {
      cwd: root,
    },
  );
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the pack's output is not a pipe");
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the pack ended with code ${String(code)} before it named its port`);
  });
  const [data] = (await Promise.race([once(child.stdout, "data"), ended])) as [Buffer];
  return data.toString().trim();
}

interface Diagnostic {
  readonly urn: string;
  readonly level: EnforcementLevel;
  readonly message: string;
}

async function analyze(client: AnalyzerClient, resources: readonly Sent[]): Promise<Diagnostic[]> {
  const request = new AnalyzeStackRequest();
  request.setResourcesList(resources.map(analyzerResource));
  const answer = await answerOf<AnalyzeResponse>((callback) => client.analyzeStack(request, callback));
  return answer.getDiagnosticsList().map((diagnostic) => ({
    urn: diagnostic.getUrn(),
    level: diagnostic.getEnforcementlevel(),
    // The SDK puts the policy's description on a line of its own above the message.
    message: diagnostic.getMessage().slice(diagnostic.getDescription().length + 1),
  }));
}

function analyzerResource({ type, name, properties, from = {} }: Sent): AnalyzerResource {
  const resource = new AnalyzerResource();
  resource.setType(type);
  resource.setName(name);
  resource.setUrn(urn(type, name));
  resource.setProperties(Struct.fromJavaScript(properties));
  const options = new AnalyzerResourceOptions();
  options.setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts());
  resource.setOptions(options);
  for (const [property, source] of Object.entries(from)) {
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList([source]);
    resource.getPropertydependenciesMap().set(property, dependencies);
  }
  return resource;
}
