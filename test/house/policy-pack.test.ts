import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../policy-packs/entra-aws/package.json";
import { rules } from "../../policy-packs/rules/index";
import {
  analyzeStack,
  answerOf,
  emptyMessage,
  stackRequest,
  startPack,
  structOf,
  urnOf,
  type PackHost,
  type SentResource,
} from "../pack-host";

const root = join(__dirname, "../..");

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const developer = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";

const group = (displayName: string): SentResource => ({
  type: "azuread:index/group:Group",
  name: "developers",
  properties: { displayName, objectId: unknownString },
});
const appRole: SentResource = {
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "developer",
  properties: { roleId: "5a1f2f3c-0000-5000-8000-000000000001", value: developer },
};
const assignment: SentResource = {
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name: "developers",
  properties: { principalObjectId: unknownString, appRoleId: "5a1f2f3c-0000-5000-8000-000000000001" },
  from: { principalObjectId: urnOf("azuread:index/group:Group", "developers") },
};

/** The pack as Pulumi starts it, compiled, with no engine. */
describe("policy pack over gRPC", () => {
  let house: string;
  let host: PackHost;
  let client: AnalyzerClient;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), "entra-aws-pack-"));
    const pack = join(house, "policy-packs/entra-aws");
    await build(join(house, "dist"));
    await cp(join(root, "package.json"), join(house, "package.json"));
    for (const file of ["package.json", "PulumiPolicy.yaml"]) {
      await cp(join(root, "policy-packs/entra-aws", file), join(pack, file));
    }
    await symlink(join(root, "reference-data"), join(house, "reference-data"));
    await symlink(join(root, "node_modules"), join(house, "node_modules"));
    host = await startPack(pack);
    client = host.client;
  }, 60_000);

  afterAll(async () => {
    host.close();
    await rm(house, { recursive: true, force: true });
  });

  afterEach(() => configure({}));

  type PolicyName = "entra-aws" | "entra-aws-advice";
  const ownLevels = { "entra-aws": EnforcementLevel.MANDATORY, "entra-aws-advice": EnforcementLevel.ADVISORY };

  const configure = (
    settings: Record<string, unknown>,
    levels: Partial<Record<PolicyName, EnforcementLevel>> = {},
    name: PolicyName = "entra-aws",
  ): Promise<unknown> => {
    const request = new ConfigureAnalyzerRequest();
    for (const [each, level] of Object.entries({ ...ownLevels, ...levels })) {
      const policy = new PolicyConfig();
      policy.setEnforcementlevel(level);
      policy.setProperties(structOf(each === name ? settings : {}));
      request.getPolicyconfigMap().set(each, policy);
    }
    return answerOf((callback) => client.configure(request, callback));
  };

  const groupUrn = urnOf("azuread:index/group:Group", "developers");
  const misnamed = '[naming-groups] the group "Cloud developers" gives a role in AWS';

  it("is a mandatory and an advisory policy under the pack's own version", async () => {
    const info = await answerOf<AnalyzerInfo>((callback) => client.getAnalyzerInfo(emptyMessage(), callback));
    const policies = info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]);
    expect([info.getName(), info.getVersion()]).toEqual(["entra-aws", version]);
    expect(policies).toEqual([
      ["entra-aws", EnforcementLevel.MANDATORY],
      ["entra-aws-advice", EnforcementLevel.ADVISORY],
    ]);
  });

  it("takes a configuration for every rule, with the rule's options", async () => {
    const info = await answerOf<AnalyzerInfo>((callback) => client.getAnalyzerInfo(emptyMessage(), callback));
    const properties = info.getPoliciesList()[0]?.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
    expect(Object.keys(properties).sort()).toEqual(
      ["all", "scopes", "undetermined", "waivers", ...rules.map(({ id }) => id)].sort(),
    );
  });

  it("finds nothing in a stack that keeps the convention", async () => {
    await configure(only("naming-groups"));
    expect(await analyze(client, [group("AWS-Account1-Developers"), appRole, assignment])).toEqual([]);
  });

  it("reports a group by its URN while the assigned id is unknown", async () => {
    await configure(only("naming-groups"));
    expect(await found([group("Cloud developers"), appRole, assignment])).toEqual([
      `${groupUrn} entra-aws-advice ADVISORY ${misnamed}`,
    ]);
  });

  it("stops the update where the rule's level says so", async () => {
    await configure(only("naming-groups", "mandatory"));
    expect(await found([group("Cloud developers"), appRole, assignment])).toEqual([
      `${groupUrn} entra-aws MANDATORY ${misnamed}`,
    ]);
  });

  it.each([
    ["advisory", "entra-aws-advice ADVISORY"],
    ["mandatory", "entra-aws MANDATORY"],
  ])("holds an unknown name against the stack at the level of its own, %s", async (undetermined, by) => {
    await configure({ ...only("naming-groups"), undetermined });
    expect(await found([group(unknownString)])).toEqual([
      `${groupUrn} ${by} [naming-groups] cannot be determined at preview: the group's name is known only after the update`,
    ]);
  });

  it("takes a rule's option from the policy configuration", async () => {
    await configure({ all: "disabled", "naming-groups": { level: "advisory", pattern: "cloud.{account}.{role}" } });
    expect(await analyze(client, [group("cloud.Account1.Developer"), appRole, assignment])).toEqual([]);
  });

  it("reports a misspelt option instead of judging by the default", async () => {
    await configure({ all: "disabled", "naming-groups": { patern: "x" } });
    expect(await found([group("AWS-Account1-Developers")])).toEqual([
      ' entra-aws MANDATORY [naming-groups] the rule could not be run: it has no option "patern"; did you mean pattern?',
    ]);
  });

  it("judges for the policy that is left when the other is disabled", async () => {
    await configure(only("naming-groups", "mandatory"), { "entra-aws-advice": EnforcementLevel.DISABLED });
    expect((await found([group("Cloud developers"), appRole, assignment])).length).toBe(1);
    await configure(only("naming-groups"), { "entra-aws": EnforcementLevel.DISABLED }, "entra-aws-advice");
    const again = [await found([group("Cloud developers"), appRole, assignment]), await found([group("Finance")])];
    expect(again).toEqual([[`${groupUrn} entra-aws-advice ADVISORY ${misnamed}`], []]);
  });

  it("shows what is waived and lets the update go on; a waiver that has expired stops it", async () => {
    const file = join(house, "waivers.yaml");
    const waiver = (expires: string): string =>
      `- { rule: naming-groups, resource: developers, reason: Migration, owner: Ada, expires: ${expires} }\n`;
    await configure({ ...only("naming-groups", "mandatory"), waivers: file });
    await writeFile(file, waiver("2999-12-31"));
    expect(await found([group("Cloud developers"), appRole, assignment])).toEqual([
      `${groupUrn} entra-aws-advice ADVISORY ${misnamed.replace("] ", "] waived: ")}`,
    ]);
    await writeFile(file, waiver("2026-01-31"));
    expect(await found([group("Cloud developers"), appRole, assignment])).toEqual([
      `${groupUrn} entra-aws MANDATORY ${misnamed}`,
      " entra-aws MANDATORY [waivers] the waiver cannot be used: waivers[0].expires is 2026-01-31",
    ]);
  });

  it("reports a file of waivers that is not there", async () => {
    await configure({ all: "disabled", waivers: "none.yaml" });
    expect(await found([])).toEqual([
      ' entra-aws MANDATORY [waivers] the waiver cannot be used: waivers is "none.yaml"',
    ]);
  });

  it.each([
    ["no JSON", "{"],
    ["a number", "7"],
    ["a list", "[]"],
    ["nested too deep", `{"Statement":${"[".repeat(10_000)}`],
    ["a megabyte of text", `{"Statement":"${"x".repeat(1_000_000)}"}`],
    ["a lone surrogate", JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "\ud800" }] })],
  ])("answers a document that is %s with findings and no failure of a rule", async (_title, policy) => {
    const document: SentResource = { type: "aws:iam/policy:Policy", name: "p", properties: { name: "p", policy } };
    const all = await analyze(client, [document]);
    expect(all.filter(({ message }) => message.includes("the rule could not be run"))).toEqual([]);
    expect(all.filter(({ urn: where }) => where.endsWith("::p")).length).toBeGreaterThan(0);
  });

  /** The findings as `URN policy level first-part-of-the-message`. */
  async function found(resources: readonly SentResource[]): Promise<string[]> {
    return (await analyze(client, resources)).map((diagnostic) => {
      const [firstPart] = diagnostic.message.split(/, |\n/);
      return `${diagnostic.urn} ${diagnostic.policy} ${diagnostic.level} ${firstPart ?? ""}`;
    });
  }
});

/** One rule alone. */
const only = (rule: string, level = "advisory"): Record<string, unknown> => ({ all: "disabled", [rule]: level });

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

interface Diagnostic {
  readonly urn: string;
  readonly policy: string;
  readonly level: string;
  readonly message: string;
}

const levelNames = new Map(Object.entries(EnforcementLevel).map(([name, level]) => [level, name]));

async function analyze(client: AnalyzerClient, resources: readonly SentResource[]): Promise<Diagnostic[]> {
  const answer = await analyzeStack(client, stackRequest(resources));
  return answer.getDiagnosticsList().map((diagnostic) => ({
    urn: diagnostic.getUrn(),
    policy: diagnostic.getPolicyname(),
    level: levelNames.get(diagnostic.getEnforcementlevel()) ?? "?",
    // The SDK puts the policy's description on a line of its own above the message.
    message: diagnostic.getMessage().slice(diagnostic.getDescription().length + 1),
  }));
}
