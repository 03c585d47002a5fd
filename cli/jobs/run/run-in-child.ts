import { spawn } from "node:child_process";
import { extname, join } from "node:path";
import { projectRoot } from "#engine";
import type { RunResult } from "./run-stack";

/** What {@link runInChild} hands on to `entra-aws run`. */
export interface ChildRun {
  /** The words after `run`; `--yes` and `--json` are added. */
  readonly args: readonly string[];
  /** The whole environment, with the variables by which clients reach the clouds. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * `entra-aws run` as a process of its own: Node reads the certificates that it trusts only when it starts, and those of
 * an emulated tenant are not known to a process that began before it.
 *
 * @throws with what it said, when it ended without a result
 */
export async function runInChild({ args, env, signal }: ChildRun): Promise<RunResult> {
  const { stdout, stderr } = await ended([...ownCommand(), "run", ...args, "--yes", "--json"], env, signal);
  signal?.throwIfAborted();
  if (stdout === "") {
    throw new Error(stderr.trim());
  }
  return JSON.parse(stdout) as RunResult;
}

/** This command line, from its sources when they are what runs. */
function ownCommand(): string[] {
  const extension = extname(__filename);
  const main = join(__dirname, "..", "..", `main${extension}`);
  return extension === ".ts" ? ["--import", "tsx", "--conditions=entra-aws-source", main] : [main];
}

function ended(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    // In a group of its own, for one Ctrl-C is enough: what comes by `signal` it hands on to the engine.
    const child = spawn(process.execPath, args, { cwd: projectRoot(), env, stdio: "pipe", detached: true });
    const interrupt = (): void => void child.kill("SIGINT");
    signal?.addEventListener("abort", interrupt);
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => stdout.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => stderr.push(chunk));
    child.stdin.end();
    child.on("error", reject);
    child.on("close", () => {
      signal?.removeEventListener("abort", interrupt);
      resolve({ stdout: stdout.join(""), stderr: stderr.join("") });
    });
  });
}
