import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReviewResult } from "#cli/jobs";
import { entraClouds } from "#core/entra";
import { parseMetadata } from "#core/saml/metadata";
import { findYamlHost, projectRoot } from "#engine";
import { entraAws, stackFlags } from "./entra-aws-run";
import { listed, listedInPage, reviewExample } from "./reviewed-examples";
import { parse } from "./stack-config";
import { openWorkbench, succeeded, type StackConfig, type Workbench } from "./workbench";

const examples = join(projectRoot(), "examples");

function cloudsOf(accountId: string, partition = "aws", region = "us-east-1"): StackConfig {
  return {
    "aws:region": region,
    "aws:assumeRoles": [{ roleArn: `arn:${partition}:iam::${accountId}:role/Deployer` }],
    "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  };
}

const first = cloudsOf("111122223333");
const tester = { testerPassword: "Made-up-passw0rd" };
const testUsers = ["Test-AWSAdmin", "Test-AWSDeveloper", "Test-AWSGuest"];
const passwords = JSON.stringify(Object.fromEntries(testUsers.map((user) => [user, "Made-up-passw0rd"])));

/** Reviewed as they are before their first deployment, by a preview. */
const previewed: readonly {
  readonly name: string;
  readonly config: StackConfig;
  readonly secrets?: Record<string, string>;
}[] = [
  { name: "deliberately-bad", config: first },
  { name: "existing-metadata", config: first },
  { name: "imported-roles", config: cloudsOf("444455556666") },
  { name: "one-account", config: first, secrets: tester },
  { name: "yaml-account", config: first, secrets: tester },
];

const nations = [
  { example: "us-gov", cloud: "usgov", partition: "aws-us-gov", region: "us-gov-west-1", name: "Agency" },
  { example: "china", cloud: "china", partition: "aws-cn", region: "cn-north-1", name: "Shanghai" },
] as const;

describe("a review finds exactly what its page lists", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench({ path: [await findYamlHost(() => undefined)] });
  });

  afterAll(() => bench.close());

  it.each(previewed)("in the example $name", ({ name, config, secrets }) => isAsListed(bench, name, config, secrets));

  it("in the account stacks, the second of which has the users of the first", async () => {
    const listedFor = (stack: string) => listedInPage("stacks/account/README.md", `What a review says of ${stack}`);
    await bench.configure("account1", parse("Pulumi.account1.yaml"), { "entra-aws:testUserPasswords": passwords });
    const one = await reviewExample(bench, "account1", projectRoot());
    expect([one.code, listed(one.review)]).toEqual([0, listedFor("account1")]);
    succeeded(await bench.pulumi("account1", ["up", "--yes", "--skip-preview"]));
    await bench.configure("account2", parse("Pulumi.account2.yaml"));
    const two = await reviewExample(bench, "account2", projectRoot());
    expect([two.code, listed(two.review)]).toEqual([0, listedFor("account2")]);
  });

  it("in the example existing-things", () =>
    onWorkbench({}, async (own) => {
      const byHand = join(projectRoot(), "test", "journeys", "things-by-hand");
      await own.configure("by-hand", first, {}, byHand);
      succeeded(await own.pulumi("by-hand", ["up", "--yes", "--skip-preview"], byHand));
      const shown = succeeded(await own.pulumi("by-hand", ["stack", "output", "--json"]));
      const { metadataXml = "", ...made } = JSON.parse(shown.stdout) as Record<string, string>;
      const parsed = parseMetadata(metadataXml);
      const [signingCertificate] = "problems" in parsed ? [] : parsed.metadata.certificates;
      const asked = ["applicationObjectId", "auditorsObjectId", "newAuditorObjectId"].map((key) => [key, made[key]]);
      const given = [...asked, ["signingCertificate", signingCertificate]];
      const config = Object.fromEntries(given.map(([key = "", value]) => [`existing-things:${key}`, value]));
      await isAsListed(own, "existing-things", { ...first, ...config });
    }));

  it.each(nations)("in the example $example", ({ example, cloud, partition, region, name }) => {
    const id = "111122223333";
    const environment = { "azuread:environment": entraClouds[cloud].azureadEnvironments[0] };
    const config = { ...cloudsOf(id, partition, region), ...environment };
    return onWorkbench({ accounts: [{ id, name, partition }], tenant: { cloud } }, (national) =>
      isAsListed(national, example, config, tester),
    );
  });
});

/** Its review says what its README lists, and has no mandatory finding but where that is what an example is for. */
async function isAsListed(
  bench: Workbench,
  example: string,
  config: StackConfig,
  secrets: Record<string, string> = {},
): Promise<void> {
  const program = join(examples, example);
  await bench.configure(example, config, secrets, program);
  const { code, review } = await reviewExample(bench, example, program);
  expect(listed(review)).toEqual(listedInPage(`examples/${example}/README.md`));
  expect([code, review.input, review.stack]).toEqual([example === "deliberately-bad" ? 1 : 0, "preview", example]);
}

async function onWorkbench(
  options: Parameters<typeof openWorkbench>[0],
  work: (bench: Workbench) => Promise<void>,
): Promise<void> {
  const bench = await openWorkbench(options);
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}

describe("a review of one's own preview", () => {
  let bench: Workbench;
  const bad = join(examples, "deliberately-bad");

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure("bad", first, {}, bad);
  });

  afterAll(() => bench.close());

  it("says on which line of the program each resource is made", async () => {
    const { review } = await reviewExample(bench, "bad", bad);
    const lines = readFileSync(join(bad, "index.ts"), "utf8").split("\n");
    const wrong = review.findings.filter(({ location, resource }) => {
      const line = location === undefined ? "" : (lines[location.line - 1] ?? "");
      return location?.file !== "index.ts" || resource === undefined || !line.includes(`("${resource.name}"`);
    });
    expect(wrong).toEqual([]);
  });

  it("finds the same in the plan that the engine prints, of which it says less", async () => {
    const outcome = await bench.pulumi("bad", ["preview", "--json"], bad);
    const plan = join(bench.folder, "plan.json");
    writeFileSync(plan, outcome.stdout);
    const end = await entraAws(bench, ["review", "--preview-json", plan, "--cwd", bad, "--json"]);
    expect(listed(JSON.parse(end.stdout) as ReviewResult)).toEqual(listedInPage("examples/deliberately-bad/README.md"));
  });

  it("lets other policy packs take part, and writes every form at once", async () => {
    const pack = join(bench.folder, "their-pack");
    mkdirSync(pack);
    symlinkSync(join(projectRoot(), "node_modules"), join(pack, "node_modules"));
    writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\ndescription: Theirs\n");
    writeFileSync(join(pack, "package.json"), '{"name": "theirs", "version": "1.0.0", "main": "index.js"}');
    writeFileSync(join(pack, "index.js"), theirPack);
    const [markdown, sarif, json] = ["md", "sarif", "json"].map((name) => join(bench.folder, `review.${name}`));
    const forms = ["--markdown", markdown ?? "", "--sarif", sarif ?? "", "--json", json ?? ""];
    const words = ["review", ...stackFlags(bench, "bad", bad), "--policy-pack", pack, ...forms, "--fail-on", "none"];
    const end = await entraAws(bench, words);
    expect(end.code).toBe(0);
    const { findings } = JSON.parse(readFileSync(json ?? "", "utf8")) as ReviewResult;
    const theirs = findings.filter((finding) => finding.pack !== "entra-aws");
    expect(
      theirs.map(({ pack: name, rule, level, message, resource }) => [name, rule, level, message, resource?.name]),
    ).toEqual([["theirs", "no-open", "mandatory", "no open roles", "open"]]);
    expect(readFileSync(markdown ?? "", "utf8")).toContain("**`theirs/no-open`** (mandatory): no open roles\n");
    expect(readFileSync(sarif ?? "", "utf8")).toContain('"ruleId": "theirs/no-open"');
  });

  it("ends with 3 and the engine's words where there is no plan", async () => {
    const program = join(bench.folder, "broken");
    mkdirSync(program);
    symlinkSync(join(projectRoot(), "node_modules"), join(program, "node_modules"));
    writeFileSync(join(program, "Pulumi.yaml"), "name: broken\nruntime: nodejs\n");
    writeFileSync(join(program, "index.js"), 'throw new Error("no such thing");\n');
    await bench.configure("broken", {}, {}, program);
    const end = await entraAws(bench, ["review", ...stackFlags(bench, "broken", program)]);
    expect([end.code, end.stdout]).toEqual([3, ""]);
    expect(end.stderr).toContain("pulumi preview failed: ");
    expect(end.stderr).toContain("no such thing");
  });

  it("ends with 3 and the engine's words where there is no such stack", async () => {
    const end = await entraAws(bench, ["review", "--stack", "nowhere", "--cwd", bad]);
    expect([end.code, end.stdout]).toEqual([3, ""]);
    expect(end.stderr).toContain("no stack named 'nowhere' found");
  });
});

const theirPack = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("theirs", { policies: [{
  name: "no-open",
  description: "Nothing open",
  enforcementLevel: "mandatory",
  validateResource(args, report) { if (args.name === "open") report("no open roles"); },
}] });
`;
