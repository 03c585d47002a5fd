import { dirname } from "node:path";
import { Command } from "commander";
import type { EntraCloudName } from "#core/entra";
import { serveEmulator } from "#cli/jobs";
import { ProgressLine, renderEnvironment } from "#cli/report";
import { findEngine } from "#engine";
import { cancellationOf } from "../../cancellation";
import { exitCodeOf } from "../../exit-code-of";
import { exitCodes } from "../../exit-codes";
import {
  type EmulatorAccount,
  accountOption,
  entraCloudOption,
  exampleAccounts,
  portOption,
  stateOption,
} from "../../emulator-options";

interface Options {
  readonly state: string;
  readonly port?: number;
  readonly account?: readonly EmulatorAccount[];
  readonly entraCloud?: EntraCloudName;
  readonly json?: boolean;
}

/** `entra-aws emulator start`: serves an emulated tenant and accounts for one's own stacks, until Ctrl-C. */
export function start(): Command {
  return new Command("start")
    .description("serve an emulated tenant and emulated AWS accounts until Ctrl-C, and print how to reach them")
    .addOption(stateOption())
    .addOption(portOption())
    .addOption(accountOption())
    .addOption(entraCloudOption())
    .option("--json", "print one JSON object of the variables instead of export lines")
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

async function run(options: Options): Promise<number> {
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const work = async (): Promise<number> => {
    const engine = await findEngine(
      (text) => {
        progress.show(text);
      },
      { signal },
    );
    progress.clear();
    const emulator = await serveEmulator({
      folder: options.state,
      accounts: options.account ?? exampleAccounts,
      ...(options.port === undefined ? {} : { port: options.port }),
      ...(options.entraCloud === undefined ? {} : { entraCloud: options.entraCloud }),
      ...(engine.origin.startsWith("found on PATH") ? {} : { engineFolder: dirname(engine.command) }),
    });
    const { environment } = emulator;
    process.stdout.write(
      options.json === true ? `${JSON.stringify(environment, undefined, 2)}\n` : renderEnvironment(environment),
    );
    process.stderr.write(`serving emulated clouds from ${options.state}; Ctrl-C ends them, their state stays\n`);
    await aborted(signal);
    await emulator.close();
    return exitCodes.done;
  };
  return exitCodeOf(work, { signal, progress });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
}
