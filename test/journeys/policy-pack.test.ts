import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PulumiOutcome, projectRoot } from "#engine";
import { parse } from "./stack-config";
import { type StackConfig, type Workbench, openWorkbench } from "./workbench";

const pack = join(projectRoot(), "policy-packs/entra-aws");
const program = join(__dirname, "guarded");

/** What the engine reports, as `policy level resource: first line`, without what comes from where groups have names. */
function violationsOf({ violations }: PulumiOutcome): string[] {
  return violations
    .map(({ policy, enforcement, urn, message }) => {
      const [, finding = ""] = /^(?:.*\n)?(\[.*)$/m.exec(message) ?? [];
      return `${policy} ${enforcement} ${urn.slice(urn.lastIndexOf(":") + 1)}: ${finding}`;
    })
    .sort();
}

/** The pack under the real engine, at preview and up. Each test goes on from where the one before it ended. */
describe("the policy pack", () => {
  let bench: Workbench;
  let files: string;

  const write = (name: string, content: string): string => {
    const file = join(files, name);
    writeFileSync(file, content);
    return file;
  };
  const configure = (config: StackConfig = {}): Promise<void> =>
    bench.configure(
      "guarded",
      {
        "aws:region": "us-east-1",
        "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
        ...config,
      },
      {},
      program,
    );
  const run = (args: readonly string[], configuration: object): Promise<PulumiOutcome> => {
    const policies = write("policies.json", JSON.stringify({ "entra-aws": configuration }));
    return bench.pulumi("guarded", [...args, "--policy-pack", pack, "--policy-pack-config", policies], program);
  };
  const naming = (level: string): object => ({
    all: "disabled",
    "naming-groups": level,
    waivers: join(files, "waivers.yaml"),
  });

  beforeAll(async () => {
    bench = await openWorkbench();
    files = join(bench.folder, "policies");
    mkdirSync(files);
    write(
      "waivers.yaml",
      "- { rule: naming-groups, resource: press, reason: Renamed with the new intranet, owner: Ada, expires: 2999-12-31 }\n",
    );
    await configure();
  });

  afterAll(() => bench.close());

  const form =
    'has the prefix of groups that give a role in AWS, but its name is not of the form "AWS-{account}-{role}s"';
  const old = `old: [naming-groups] the group "aws-old-readers" ${form}`;
  const waived = `entra-aws-advice advisory press: [naming-groups] waived: the group "AWS-Newsletter" ${form}`;

  it("stops a preview, tells what it cannot know, and shows what is waived", async () => {
    const preview = await run(["preview"], naming("mandatory"));
    expect(violationsOf(preview)).toEqual([
      `entra-aws mandatory ${old}`,
      "entra-aws-advice advisory computed: [naming-groups] cannot be determined at preview: the group's name is known only after the update, so it cannot be compared with the convention",
      waived,
    ]);
    expect(preview.succeeded).toBe(false);
  });

  it("stops a preview for what it cannot know, where that is set", async () => {
    const preview = await run(["preview"], { ...naming("advisory"), undetermined: "mandatory" });
    expect(violationsOf(preview).map((line) => line.split(":")[0])).toEqual([
      "entra-aws mandatory computed",
      "entra-aws-advice advisory old",
      "entra-aws-advice advisory press",
    ]);
    expect(preview.succeeded).toBe(false);
  });

  it("judges after an update what the preview could not know", async () => {
    const up = await run(["up", "--yes", "--skip-preview"], naming("advisory"));
    expect(up.succeeded).toBe(true);
    const id = /the group "AWS-([0-9a-f-]{36})" has the prefix/.exec(violationsOf(up).join("\n"))?.[1] ?? "";
    expect(violationsOf(up)).toEqual([
      `entra-aws-advice advisory computed: [naming-groups] the group "AWS-${id}" ${form}`,
      `entra-aws-advice advisory ${old}`,
      waived,
    ]);
  });

  it("stops a preview whose policy configuration it cannot use, and names what was meant", async () => {
    const preview = await run(["preview"], { all: "disabled", "naming-group": "mandatory" });
    expect(violationsOf(preview)).toEqual([
      'entra-aws mandatory guarded-guarded: [configuration] the rule could not be run: no rule has the id "naming-group"; did you mean naming-groups?',
    ]);
  });

  it("is refused by the engine where a setting has the wrong type", async () => {
    const preview = await run(["preview"], { all: "disabled", "naming-groups": { pattern: 7 } });
    expect(preview.succeeded).toBe(false);
    expect(preview.stdout + preview.stderr).toContain(
      "naming-groups.pattern: Invalid type. Expected: string, given: integer",
    );
  });

  // A document that is no policy the provider refuses before any pack sees it.
  it("finds in documents what the provider lets through, and lets no rule break", async () => {
    const allow = (Action: string, Resource: string): string =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });
    await configure({
      "guarded:policies": {
        everything: allow("*", "*"),
        misspelt: allow("s3:GetObjekt", "arn:aws:s3:::b/*"),
        long: allow("s3:GetObject", `arn:aws:s3:::b/${"x".repeat(20_000)}`),
      },
    });
    const found = violationsOf(await run(["preview"], {}));
    expect(found.filter((line) => line.includes("the rule could not be run"))).toEqual([]);
    const judged = (rule: string): string[] =>
      found.flatMap((line) => new RegExp(`(\\w+ \\w+): \\[${rule}\\]`).exec(line)?.[1] ?? []);
    expect(judged("policy-administrator")).toEqual(["mandatory everything"]);
    expect(judged("policy-known-names")).toEqual(["advisory misspelt"]);
    expect(judged("policy-size")).toEqual(["mandatory long"]);
  });
});

describe("docs/policy-pack.md", () => {
  let bench: Workbench;
  let clone: string;

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure("account1", parse("Pulumi.account1.yaml"), {
      "entra-aws:testUserPasswords": JSON.stringify({
        "Test-AWSAdmin": "Made-up-passw0rd",
        "Test-AWSDeveloper": "Made-up-passw0rd",
        "Test-AWSGuest": "Made-up-passw0rd",
      }),
    });
    clone = join(bench.folder, "clone");
    mkdirSync(join(clone, "policy-packs"), { recursive: true });
    for (const entry of readdirSync(projectRoot()).filter(
      (name) => !/^(Pulumi\.|policy-packs|\.git|\.emul)/.test(name),
    )) {
      symlinkSync(join(projectRoot(), entry), join(clone, entry));
    }
    // What is named from the pack's folder is sought from where that folder really is.
    cpSync(pack, join(clone, "policy-packs/entra-aws"), { recursive: true });
    cpSync(join(projectRoot(), "Pulumi.yaml"), join(clone, "Pulumi.yaml"));
    cpSync(join(bench.folder, "config", "Pulumi.account1.yaml"), join(clone, "Pulumi.account1.yaml"));
  });

  afterAll(() => bench.close());

  const page = readFileSync(join(projectRoot(), "docs/policy-pack.md"), "utf8");
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map((block) => (block[1] ?? "").trim());

  const runBlock = async (block: string): Promise<string> => {
    const path = `${dirname(bench.engine.command)}:${bench.env["PATH"] ?? ""}`;
    const env = { ...bench.env, ...bench.clouds.environment, PATH: path };
    const shell = promisify(execFile)("bash", ["-euo", "pipefail", "-c", block], { cwd: clone, env });
    return (await shell).stdout;
  };

  it("has a block for judging, for levels and for waivers", () => {
    expect(blocks.map((block) => block.split("\n")[0])).toEqual([
      "pulumi preview --stack account1 --policy-pack policy-packs/entra-aws",
      "cat > policies.json <<'END'",
      "cat > waivers.yaml <<'END'",
    ]);
  });

  it("judges the example stack, which nothing stops", async () => {
    expect(await runBlock(blocks[0] ?? "")).toMatch(/\+ \d+ to create/);
  });

  it("sets levels and options that the pack understands", async () => {
    const said = await runBlock(blocks[1] ?? "");
    expect(said).toMatch(/\+ \d+ to create/);
    expect(said).not.toContain("the rule could not be run");
  });

  it("reads the file of waivers, and tells that the page's own covers nothing here", async () => {
    const said = await runBlock(blocks[2] ?? "");
    expect(said).toContain('[waivers] the waiver of naming-groups for "*-readers" covers no finding');
  });
});
