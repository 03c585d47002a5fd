import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DemoResult } from "#cli/jobs";
import { projectRoot } from "#engine";
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

describe("docs/first-account.md", () => {
  let bench: Workbench;
  let clone: string;

  beforeAll(async () => {
    bench = await openWorkbench();
    // Everything of the clone, but for what the page's commands write to.
    clone = join(bench.folder, "clone");
    mkdirSync(clone);
    for (const entry of readdirSync(projectRoot()).filter((name) => !/^(Pulumi\.|\.git|\.emulated)/.test(name))) {
      symlinkSync(join(projectRoot(), entry), join(clone, entry));
    }
    cpSync(join(projectRoot(), "Pulumi.yaml"), join(clone, "Pulumi.yaml"));
  });

  afterAll(() => bench.close());

  const blocks = shellBlocks("docs/first-account.md").filter((block) => !block.startsWith("git clone"));

  it("has commands that describe, preview, create and show an account", () => {
    expect(blocks.map((block) => block.split("\n")[0])).toEqual([
      "pulumi stack init production",
      "pulumi preview --policy-pack policy-packs/entra-aws",
      "pulumi up --policy-pack policy-packs/entra-aws",
      "pulumi stack output signInUrl",
    ]);
  });

  it.each(blocks)("%s", async (block) => {
    const env = {
      ...bench.env,
      PATH: `${dirname(bench.engine.command)}:${bench.env["PATH"] ?? ""}`,
      PULUMI_SKIP_CONFIRMATIONS: "true", // nobody sits at this terminal
    };
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", block], { cwd: clone, env });
    if (block.startsWith("pulumi up")) {
      expect(stdout).toMatch(/\+ \d+ created/);
    }
    if (block.startsWith("pulumi stack output")) {
      expect(stdout).toMatch(
        /^https:\/\/launcher\.myapps\.microsoft\.com\/api\/signin\/[\w-]{36}\?tenantId=[\w-]{36}\n$/,
      );
    }
  });
});
