import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#engine";

const run = promisify(execFile);

/** The shell blocks of a page, in order. */
function shellBlocks(page: string): string[] {
  const text = readFileSync(join(projectRoot(), page), "utf8");
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map((block) => (block[1] ?? "").trim());
}

/** What a served emulator has printed, once it serves. */
function serving(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let said = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => (printed += text));
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("serving emulated clouds")) resolve(printed);
    });
    server.once("close", () => {
      reject(new Error(said));
    });
  });
}

/** Ctrl-C, as a terminal sends it: to the whole group. */
function stopped(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return Promise.resolve(server.exitCode);
  return new Promise((resolve) => {
    server.once("close", resolve);
    process.kill(-(server.pid ?? 0), "SIGINT");
  });
}

/** A program that is none of this project's. */
const program = `
const { iam } = require("@pulumi/aws");
const { Group } = require("@pulumi/azuread");
new Group("people", { displayName: "People", securityEnabled: true });
new iam.User("machine", { name: "Svc-Machine" });
`;

/** The command line from its sources, as a user's shell runs it. */
const entraAws = ["--import", "tsx", "--conditions=entra-aws-source", join(projectRoot(), "cli/main.ts")];

describe("docs/emulator.md", () => {
  let clone: string;
  let server: ChildProcess;
  const [serve = "", ...blocks] = shellBlocks("docs/emulator.md");
  const { HOME = "", PATH = "" } = process.env;
  const options = () => ({ cwd: clone, env: { HOME, PATH } });

  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), "entra-aws-clone-"));
    // The command line keeps its state beside its own package.json, so that one is a copy.
    for (const entry of ["package.json", "dist", "Pulumi.yaml", "Pulumi.account1.yaml"]) {
      cpSync(join(projectRoot(), entry), join(clone, entry), { recursive: true });
    }
    for (const entry of readdirSync(projectRoot()).filter((name) => !existsSync(join(clone, name)))) {
      if (!/^\.(git|emulated)|^Pulumi\./.test(entry)) symlinkSync(join(projectRoot(), entry), join(clone, entry));
    }
  });

  afterAll(async () => {
    await stopped(server);
    rmSync(clone, { recursive: true, force: true });
  });

  it(serve, async () => {
    server = spawn("sh", ["-c", `exec ${serve}`], { ...options(), stdio: ["ignore", "pipe", "pipe"], detached: true });
    await serving(server);
  });

  it.each(blocks)("%s", async (block) => {
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", block], options());
    if (block.includes("pulumi up")) expect(stdout).toMatch(/\+ \d+ created/);
  });
});

describe("entra-aws emulator", () => {
  let folder: string;
  let state: string;
  let server: ChildProcess;
  let lines: string;

  const call = (...words: string[]) => run(process.execPath, [...entraAws, "emulator", ...words, "--state", state]);
  /** A shell that has evaluated the printed lines; nothing else of this process reaches it. */
  const shell = (script: string) => {
    const { HOME = "", PATH = "" } = process.env;
    return run("sh", ["-ec", `${lines}\n${script}`], { cwd: folder, env: { HOME, PATH } });
  };

  const start = async (...words: string[]): Promise<void> => {
    const args = [...entraAws, "emulator", "start", "--state", state, ...words];
    server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
    lines = await serving(server);
  };
  const stop = (): Promise<number | null> => stopped(server);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "entra-aws-emulator-"));
    state = join(folder, "state's folder");
    writeFileSync(join(folder, "Pulumi.yaml"), "name: own\nruntime: nodejs\nmain: index.js\n");
    symlinkSync(join(projectRoot(), "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "index.js"), program);
    await start();
  });

  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("prints lines that a shell evaluates, the same again for another shell, and as JSON", async () => {
    expect((await call("env")).stdout).toBe(lines);
    const asJson = JSON.parse((await call("env", "--json")).stdout) as Record<string, string>;
    const names = [...lines.matchAll(/^export (\w+)=/gm)].map(([, name]) => name);
    expect(Object.keys(asJson)).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(["PULUMI_DEBUG_PROVIDERS", "AWS_ENDPOINT_URL", "AZURE_CLIENT_ID"]));
  });

  it("lets a program of one's own run by pulumi alone, and be destroyed", async () => {
    await shell(`pulumi stack init own
      pulumi config set --path 'aws:assumeRoles[0].roleArn' arn:aws:iam::444455556666:role/Deployer
      pulumi config set azuread:tenantId "$AZURE_TENANT_ID"`);
    const { stdout } = await shell("pulumi up --yes --skip-preview");
    expect(stdout).toMatch(/\+ \d+ created/);
    expect((await shell("pulumi destroy --yes")).stdout).toMatch(/- \d+ deleted/);
  });

  it("answers the genuine AWS and Microsoft clients of that shell", async () => {
    const { stdout } = await shell(`node -e '
      const { STSClient, GetCallerIdentityCommand } = require(process.argv[1] + "/node_modules/@aws-sdk/client-sts");
      const { DefaultAzureCredential } = require(process.argv[1] + "/node_modules/@azure/identity");
      (async () => {
        const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
        const credential = new DefaultAzureCredential({ disableInstanceDiscovery: true });
        const { token } = await credential.getToken("https://graph.microsoft.com/.default");
        const answer = await fetch(process.env.ENTRA_AWS_GRAPH_ENDPOINT + "/v1.0/organization", {
          headers: { authorization: "Bearer " + token },
        });
        console.log(Arn, answer.status);
      })();' ${JSON.stringify(projectRoot())}`);
    expect(stdout.trim()).toBe("arn:aws:iam::999999999999:user/deployer 200");
  });

  it("ticks: without a provisioning job there is nothing to do", async () => {
    expect((await call("tick")).stdout).toBe("no provisioning job is running\n");
    expect(JSON.parse((await call("tick", "--json")).stdout)).toEqual([]);
  });

  it("obeys nobody who cannot read its folder", async () => {
    const { url } = JSON.parse(readFileSync(join(state, "emulator.json"), "utf8")) as { url: string };
    const answer = await fetch(new URL("reset", url), { method: "POST", headers: { authorization: "Bearer guessed" } });
    expect(answer.status).toBe(401);
    expect(statSync(join(state, "emulator.json")).mode & 0o777).toBe(0o600);
  });

  it("refuses to serve a folder twice, by naming who does", async () => {
    await expect(call("start")).rejects.toMatchObject({ code: 3 });
    await expect(call("start")).rejects.toThrow(`Process ${server.pid ?? 0} already serves an emulator`);
  });

  it("refuses a port that is taken, and ends", async () => {
    const taken = createServer().listen(41_822, "127.0.0.1");
    const other = join(folder, "other");
    const args = [...entraAws, "emulator", "start", "--state", other, "--port", "41820"];
    const refused = run(process.execPath, args, { timeout: 60_000 });
    await expect(refused).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringContaining("Of the ports 41820 to 41825 one is taken") as string,
    });
    taken.close();
  });

  it("serves a folder once when it is started twice in one moment", async () => {
    const args = [...entraAws, "emulator", "start", "--state", join(folder, "raced")];
    const both = [0, 1].map(() => spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], detached: true }));
    const starts = await Promise.allSettled(both.map(serving));
    const refusals = starts.flatMap((start) => (start.status === "rejected" ? [String(start.reason)] : []));
    expect(refusals).toEqual([expect.stringMatching(/process \d+|already serves an emulator/i)]);
    expect((await Promise.all(both.map(stopped))).sort()).toEqual([0, 3]);
  });

  it("goes on with the state of one that was killed, and not in other clouds", async () => {
    const killed = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGKILL");
    await killed;
    expect(existsSync(join(state, "emulator.json"))).toBe(true);
    await expect(call("env")).rejects.toThrow("No emulator serves from");
    for (const words of [
      ["--account", "111122223333:Agency:aws-us-gov"],
      ["--entra-cloud", "usgov"],
    ]) {
      await expect(call("start", ...words)).rejects.toThrow("is there already, in");
    }
    await start();
    expect((await call("env")).stdout).toBe(lines);
  });

  it("resets while it serves: clouds and stacks are empty, the shell's lines still hold", async () => {
    await call("reset");
    const { stdout } = await shell("pulumi stack ls --json");
    expect(JSON.parse(stdout)).toEqual([]);
    const up = await shell("pulumi stack init own >&2; pulumi up --yes --skip-preview");
    expect(up.stdout).toMatch(/\+ \d+ created/);
  });

  it("ends at Ctrl-C, keeps its state, and goes on with it on the ports that it is told", async () => {
    expect(await stop()).toBe(0);
    expect(existsSync(join(state, "emulator.json"))).toBe(false);
    await expect(call("tick")).rejects.toThrow("No emulator serves from");
    await start("--port", "41810");
    expect(lines).toContain("'http://127.0.0.1:41811'");
    const { stdout } = await shell("pulumi preview --expect-no-changes");
    expect(stdout).toMatch(/\d+ unchanged/);
  });

  it("resets what nobody serves", async () => {
    await stop();
    expect(JSON.parse((await call("reset", "--json")).stdout)).toEqual({ folder: state, running: false });
    await expect(call("reset")).rejects.toThrow("There are no emulated clouds in");
  });
});
