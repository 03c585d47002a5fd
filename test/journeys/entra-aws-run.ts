import { spawn } from "node:child_process";
import { join } from "node:path";
import type { RunResult } from "#cli/jobs";
import { projectRoot } from "#engine";
import type { Workbench } from "./workbench";

/** How one `entra-aws` ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The command line as a process of its own, from its sources, signed in to a workbench's clouds.
 *
 * @param onProgress is told what it writes to its error output
 */
export function entraAws(
  bench: Workbench,
  args: readonly string[],
  onProgress: (text: string) => void = () => undefined,
): Promise<CommandEnd> {
  const main = join(projectRoot(), "cli", "main.ts");
  const node = ["--import", "tsx", "--conditions=entra-aws-source", main, ...args];
  const env = { ...bench.env, ...bench.clouds.environment };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, node, { cwd: projectRoot(), env, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
      onProgress(stderr);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** `entra-aws run --yes --json` of a stack that the workbench has configured, and its result where it has one. */
export async function runStackByCommand(
  bench: Workbench,
  stack: string,
  args: readonly string[] = [],
  program = projectRoot(),
  onProgress?: (text: string) => void,
): Promise<CommandEnd & { readonly result: RunResult | undefined }> {
  const config = join(bench.folder, "config", `Pulumi.${stack}.yaml`);
  const place = ["--stack", stack, "--cwd", program, "--config-file", config];
  const end = await entraAws(bench, ["run", ...place, "--yes", "--json", ...args], onProgress);
  return { ...end, result: end.stdout === "" ? undefined : (JSON.parse(end.stdout) as RunResult) };
}
