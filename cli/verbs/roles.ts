import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { NotSignedIn, readStack, rolesClouds, RolesRefused, runRoles, UnreadableConfig } from "#cli/jobs";
import { paintFor, ProgressLine, renderRoles } from "#cli/report";
import { cancellationOf } from "../cancellation";
import { exitCodes } from "../exit-codes";

interface Options {
  readonly stack?: string;
  readonly cwd: string;
  readonly configFile?: string;
  readonly restart: boolean;
  readonly timeout: number;
  readonly json?: boolean;
}

/** `entra-aws roles`: Entra's role import, started and waited for, and what came of each role. */
export function roles(): Command {
  return new Command("roles")
    .description("have Entra import an account's roles, wait for it, and tell of each whether it was imported")
    .option("--stack <name>", "the stack (default: the selected one)")
    .option("-C, --cwd <folder>", "the folder of Pulumi.yaml", folder, process.cwd())
    .option("--config-file <file>", "the stack's config, in place of Pulumi.<stack>.yaml", folder)
    .option("--no-restart", "start no cycle: only tell how it stands")
    .option("--timeout <minutes>", "how long a cycle is waited for", minutes, 45)
    .option("--json", "print one JSON document instead of text")
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

function folder(path: string): string {
  if (path === "") {
    throw new InvalidArgumentError("a path is needed");
  }
  return resolve(path);
}

function minutes(given: string): number {
  const value = Number(given);
  if (given.trim() === "" || !(value > 0 && value <= 24 * 60)) {
    throw new InvalidArgumentError("minutes are needed, more than 0 and at most a day's 1440");
  }
  return value;
}

async function show(options: Options): Promise<number> {
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const report = (text: string): void => {
    progress.show(text);
  };
  try {
    report("reading the stack");
    const { cwd, stack: name, configFile, restart, timeout } = options;
    const stack = await readStack({ folder: cwd, stack: name, configFile, report, signal });
    const settings = { stack, restart, timeout: timeout * 60_000, signal };
    const result = await runRoles(settings, rolesClouds(stack.config, signal), report);
    progress.clear();
    const isJson = options.json === true;
    const text = isJson
      ? JSON.stringify(result, undefined, 2)
      : renderRoles(result, paintFor(process.stdout, process.env));
    process.stdout.write(`${text}\n`);
    return result.complete ? exitCodes.done : exitCodes.findings;
  } catch (error) {
    progress.clear();
    if (signal.aborted) {
      process.stderr.write("cancelled; a cycle that was started goes on in Entra\n");
      return exitCodes.cancelled;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof NotSignedIn) {
    return exitCodes.notSignedIn;
  }
  const isOurs = error instanceof RolesRefused || error instanceof UnreadableConfig;
  return isOurs ? exitCodes.usage : exitCodes.refused;
}
