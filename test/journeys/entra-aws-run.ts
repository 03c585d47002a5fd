import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { RunResult } from "#cli/jobs";
import { projectRoot } from "#engine";
import { shellCommand } from "../../cli/jobs/run/shell-command";
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
 * @param ctrlC interrupts it as a person does, once this resolves
 */
export function entraAws(
  bench: Workbench,
  args: readonly string[],
  onProgress: (text: string) => void = () => undefined,
  ctrlC?: Promise<unknown>,
): Promise<CommandEnd> {
  const child = spawn(process.execPath, nodeWords(args), { ...placeOf(bench), stdio: ["ignore", "pipe", "pipe"] });
  void ctrlC?.then(() => child.kill("SIGINT"));
  return endOf(child, onProgress);
}

/** Whether {@link entraAwsInTerminal} can be. */
export const hasTerminals = existsSync("/usr/bin/script");

/** The same at a terminal (script of util-linux makes one), where `answer` is typed once it asks for a yes or a no. */
export function entraAwsInTerminal(bench: Workbench, args: readonly string[], answer: string): Promise<CommandEnd> {
  const command = shellCommand([process.execPath, ...nodeWords(args)]);
  const child = spawn("/usr/bin/script", ["-qec", command, "/dev/null"], { ...placeOf(bench), stdio: "pipe" });
  let isAnswered = false;
  let shown = "";
  child.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    if (!isAnswered && shown.includes("[y/N] ")) {
      isAnswered = true;
      child.stdin.write(answer);
    }
  });
  return endOf(child, () => undefined);
}

function nodeWords(args: readonly string[]): string[] {
  return ["--import", "tsx", "--conditions=entra-aws-source", join(projectRoot(), "cli", "main.ts"), ...args];
}

function placeOf(bench: Workbench): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  return { cwd: projectRoot(), env: { ...bench.env, ...bench.clouds.environment } };
}

function endOf(child: ChildProcessByStdio<null | Writable, Readable, Readable>, onProgress: (text: string) => void) {
  return new Promise<CommandEnd>((resolve, reject) => {
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
  const words = ["run", ...stackFlags(bench, stack, program), "--yes", "--json", ...args];
  const end = await entraAws(bench, words, onProgress);
  return { ...end, result: end.stdout === "" ? undefined : (JSON.parse(end.stdout) as RunResult) };
}

/** The flags that name a stack that the workbench has configured. */
export function stackFlags(bench: Workbench, stack: string, program = projectRoot()): string[] {
  const config = join(bench.folder, "config", `Pulumi.${stack}.yaml`);
  return ["--stack", stack, "--cwd", program, "--config-file", config];
}
