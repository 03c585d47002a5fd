import { Command, InvalidArgumentError } from "commander";
import { readStack, rolesClouds, runRoles } from "#cli/jobs";
import { paintFor, ProgressLine, renderRoles } from "#cli/report";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";
import { type StackOptions, stackFolder, withStackOptions } from "../stack-options";

interface Options extends StackOptions {
  readonly restart: boolean;
  readonly timeout: number;
  readonly json?: boolean;
}

/** `entra-aws roles`: Entra's role import, started and waited for, and what came of each role. */
export function roles(): Command {
  return withStackOptions(new Command("roles"))
    .description("have Entra import an account's roles, wait for it, and tell of each whether it was imported")
    .option("--no-restart", "start no cycle: only tell how it stands")
    .option("--timeout <minutes>", "how long a cycle is waited for", minutes, 45)
    .option("--json", "print one JSON document instead of text")
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
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
  const work = async (): Promise<number> => {
    report("reading the stack");
    const { restart, timeout } = options;
    const stack = await readStack({ ...stackFolder(options), report, signal });
    const settings = { stack, restart, timeout: timeout * 60_000, signal };
    const result = await runRoles(settings, rolesClouds(stack.config, signal), report);
    progress.clear();
    const isJson = options.json === true;
    const text = isJson
      ? JSON.stringify(result, undefined, 2)
      : renderRoles(result, paintFor(process.stdout, process.env));
    process.stdout.write(`${text}\n`);
    return result.complete ? exitCodes.done : exitCodes.findings;
  };
  return exitCodeOf(work, {
    signal,
    progress,
    whenCancelled: "cancelled; a cycle that was started goes on in Entra",
  });
}
