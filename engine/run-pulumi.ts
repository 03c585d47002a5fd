import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventSummary, summarizeEvents } from "./event-log";
import type { Engine } from "./find-engine";

/** One run of `pulumi`. */
export interface PulumiRun {
  readonly engine: Engine;
  /** The words after `pulumi`, such as `["up", "--yes"]`. */
  readonly args: readonly string[];
  /** The folder of Pulumi.yaml. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Given to `pulumi` on its standard input and nowhere else: the place for a secret. */
  readonly input?: string;
  /** Whether the command takes `--event-log`. @default false */
  readonly events?: boolean;
  /** Ends the engine as Ctrl-C does, so that it can put its state in order. */
  readonly signal?: AbortSignal;
}

export interface PulumiOutcome extends EventSummary {
  readonly succeeded: boolean;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs `pulumi` to its end. A failing run is an outcome, not an exception; only a missing engine throws, or a `signal` that came before. */
export async function runPulumi(run: PulumiRun): Promise<PulumiOutcome> {
  run.signal?.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-run-"));
  const log = join(folder, "events.json");
  const started = Date.now();
  try {
    const args = [...run.args, "--non-interactive", "--color", "never", ...(run.events ? ["--event-log", log] : [])];
    const ended = await execute(run, args);
    const events = run.events ? readFileSync(log, { encoding: "utf8", flag: "a+" }) : "";
    return {
      ...ended,
      ...summarizeEvents(events),
      succeeded: ended.exitCode === 0,
      milliseconds: Date.now() - started,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(
  run: PulumiRun,
  args: readonly string[],
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    // `--event-log` is one of the engine's debugging flags, which this variable unlocks.
    const env = { ...run.env, PULUMI_DEBUG_COMMANDS: "true" };
    // In a group of its own: a terminal's Ctrl-C would reach it beside ours, and a second one ends it without order.
    const child = spawn(run.engine.command, args, { cwd: run.cwd, env, stdio: "pipe", detached: true });
    const interrupt = (): void => void child.kill("SIGINT");
    run.signal?.addEventListener("abort", interrupt);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.stdin.on("error", () => undefined); // a command that reads no input closes it early
    child.stdin.end(run.input ?? "");
    child.on("error", reject);
    child.on("close", (exitCode) => {
      run.signal?.removeEventListener("abort", interrupt);
      resolve({ exitCode, stdout, stderr });
    });
  });
}
