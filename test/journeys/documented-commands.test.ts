import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoResult, assumeRoleWithSaml, signInAtTile } from "#cli/jobs";
import { projectRoot } from "#engine";
import { withUser } from "./tenant-user";
import { type Workbench, openWorkbench } from "./workbench";

const run = promisify(execFile);

/** The shell blocks of a page, in order. */
function shellBlocks(page: string): string[] {
  const text = readFileSync(join(projectRoot(), page), "utf8");
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map((block) => (block[1] ?? "").trim());
}

describe("README.md", () => {
  const state = mkdtempSync(join(tmpdir(), "entra-aws-readme-"));

  afterAll(() => {
    rmSync(state, { recursive: true, force: true });
  });

  it("has two commands", () => {
    expect(shellBlocks("README.md")).toEqual(["npm start", "npm test"]);
  });

  it("shows people who sign in by the first of them", async () => {
    // The second is what runs this; the state is set aside, so that the reader's own stays theirs.
    const { stdout } = await run("npm", ["start", "--", "--state", state], { cwd: projectRoot() });
    expect(stdout).toContain("Developer/Test-AWSDeveloper@contoso.onmicrosoft.com @ 111122223333");
    expect(stdout).toContain("iam:ListUsers allowed · iam:UpdateSAMLProvider denied by the permissions boundary");
    for (const [page] of stdout.slice(stdout.indexOf("  next")).matchAll(/docs\/[\w-]+\.md/g)) {
      expect(readFileSync(join(projectRoot(), page), "utf8")).toMatch(/^# /);
    }
  });

  it("changes nothing when it is run again, and tells scripts the same as JSON and nothing else", async () => {
    const { stdout } = await run("npm", ["start", "--silent", "--", "--state", state, "--json"], {
      cwd: projectRoot(),
      maxBuffer: 64 * 1024 * 1024,
    });
    const result = JSON.parse(stdout) as DemoResult;
    expect(result.ups.map(({ outcome }) => Object.keys(outcome.changes))).toEqual([["same"], ["same"]]);
    expect(result.asExpected).toBe(true);
  });
});

/** Somebody of the tenant who has nothing to do with AWS yet. */
const colleague = {
  userPrincipalName: "ada@contoso.onmicrosoft.com",
  password: "Made-up-passw0rd",
  client: { label: "MFA", mfa: true, ip: "203.0.113.10" },
};

describe("docs/first-account.md", () => {
  let bench: Workbench;
  let clone: string;
  let samlResponse = "";

  beforeAll(async () => {
    bench = await openWorkbench({ tenant: { seed: withUser(colleague) } });
    // Everything of the clone, but for what the page's commands write to.
    clone = join(bench.folder, "clone");
    mkdirSync(clone);
    for (const entry of readdirSync(projectRoot()).filter((name) => !/^(Pulumi\.|\.git|\.emulated)/.test(name))) {
      symlinkSync(join(projectRoot(), entry), join(clone, entry));
    }
    cpSync(join(projectRoot(), "Pulumi.yaml"), join(clone, "Pulumi.yaml"));
  });

  afterAll(() => bench.close());

  /** Runs a block as it stands on the page; what it answers is judged by what it does. */
  const runBlock = async (block: string): Promise<string> => {
    const env = {
      ...bench.env,
      ...bench.clouds.environment,
      PATH: `${dirname(bench.engine.command)}:${bench.env["PATH"] ?? ""}`,
      PULUMI_SKIP_CONFIRMATIONS: "true", // nobody sits at this terminal
    };
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", block], { cwd: clone, env });
    return stdout;
  };

  /** What each block does, in the order of the page: its first line, and what is to be seen. */
  const steps: readonly [firstLine: string, isSeen: (stdout: string) => void | Promise<void>][] = [
    ["pulumi stack init production", () => undefined],
    [
      "npx entra-aws doctor --stack production",
      (stdout) => {
        expect(stdout).toContain("arn:aws:sts::111122223333:assumed-role/Deployer/");
      },
    ],
    [
      "npx entra-aws doctor --stack production --permissions",
      (stdout) => {
        expect(stdout).toContain("iam:CreateSAMLProvider");
        expect(stdout).toContain("AppRoleAssignment.ReadWrite.All");
      },
    ],
    [
      "pulumi preview --policy-pack policy-packs/entra-aws",
      (stdout) => {
        expect(stdout).toMatch(/\+ \d+ to create/);
      },
    ],
    [
      "pulumi up --policy-pack policy-packs/entra-aws",
      (stdout) => {
        expect(stdout).toMatch(/\+ \d+ created/);
      },
    ],
    [
      "pulumi config set --path 'entra-aws:account.roles.Developer.members[0]' ada@contoso.onmicrosoft.com",
      (stdout) => {
        expect(stdout).toMatch(/\+ 1 created/);
      },
    ],
    [
      "pulumi stack output signInUrl",
      async (stdout) => {
        const tile = { ...colleague, tenantUrl: bench.clouds.tenant.url, signInUrl: stdout.trim() };
        ({ samlResponse } = await signInAtTile(tile));
        writeFileSync(join(clone, "form.txt"), new URLSearchParams({ SAMLResponse: samlResponse }).toString());
      },
    ],
    [
      "npx entra-aws doctor --response form.txt --stack production --role Developer",
      (stdout) => {
        expect(stdout).toContain("accept");
        expect(stdout).not.toContain(samlResponse.slice(0, 64));
      },
    ],
    [
      "pulumi stack output inventory > inventory.md",
      () => {
        expect(readFileSync(join(clone, "inventory.md"), "utf8")).toContain("AWS-Production-Developers");
      },
    ],
  ];
  const blocks = shellBlocks("docs/first-account.md").filter((block) => !block.startsWith("git clone"));

  it("leads through these steps", () => {
    expect(blocks.map((block) => block.split("\n")[0])).toEqual(steps.map(([firstLine]) => firstLine));
  });

  it.each(blocks.map((block, index) => [block, index] as const))("%s", async (block, index) => {
    await steps[index]?.[1](await runBlock(block));
  });

  it("ends with a colleague who is signed in to AWS", async () => {
    const session = await assumeRoleWithSaml(bench.clouds.accounts.url, {
      response: samlResponse,
      roleArn: "arn:aws:iam::111122223333:role/Developer",
      samlProviderArn: "arn:aws:iam::111122223333:saml-provider/EntraID",
    });
    expect(session.arn).toBe(`arn:aws:sts::111122223333:assumed-role/Developer/${colleague.userPrincipalName}`);
    expect(await session.call("s3:ListAllMyBuckets")).toEqual({ allowed: true, message: "" });
  });
});
