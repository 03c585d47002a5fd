import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventSummary, summarizeEvents } from "./event-log";
import type { Engine } from "./find-engine";
import { endLeftovers, engineMark } from "./running-processes";

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
  /**
   * Whether the engine has the caller's terminal, shows its preview there and asks before it changes anything; what it
   * prints is then not in the outcome. @default false
   */
  readonly interactive?: boolean;
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

/**
 * Runs `pulumi` to its end. A failing run is an outcome, not an exception; only a missing engine throws, or a `signal`
 * that came before. An engine that is killed takes its program and its policy pack with it.
 */
export async function runPulumi(run: PulumiRun): Promise<PulumiOutcome> {
  run.signal?.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-run-"));
  const log = join(folder, "events.json");
  const started = Date.now();
  try {
    const plain = run.interactive === true ? [] : ["--non-interactive", "--color", "never"];
    const args = [...run.args, ...plain, ...(run.events ? ["--event-log", log] : [])];
    const ended = await (run.interactive === true ? executeInTerminal(run, args) : execute(run, args));
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

type Ended = Pick<PulumiOutcome, "exitCode" | "stdout" | "stderr">;

function execute(run: PulumiRun, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // `--event-log` is one of the engine's debugging flags, which this variable unlocks.
    const env = { ...run.env, ...engineMark, PULUMI_DEBUG_COMMANDS: "true" };
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
    child.on("exit", (exitCode) => {
      if (exitCode === null && child.pid !== undefined) {
        endLeftovers(child.pid);
      }
    });
    child.on("close", (exitCode) => {
      run.signal?.removeEventListener("abort", interrupt);
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** In the terminal's own group, whose Ctrl-C reaches the engine by itself. */
function executeInTerminal(run: PulumiRun, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...run.env, PULUMI_DEBUG_COMMANDS: "true" };
    const child = spawn(run.engine.command, args, { cwd: run.cwd, env, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, stdout: "", stderr: "" });
    });
  });
}
