import { Command } from "commander";
import { runningEmulator } from "#cli/jobs";
import { renderEnvironment } from "#cli/report";
import { exitCodeOf } from "../../exit-code-of";
import { exitCodes } from "../../exit-codes";
import { stateOption } from "../../emulator-options";

/** `entra-aws emulator env`: the variables of an emulator that runs already, for another terminal. */
export function env(): Command {
  return new Command("env")
    .description("print how to reach an emulator that is running, as export lines for a shell to evaluate")
    .addOption(stateOption())
    .option("--json", "print one JSON object of the variables instead of export lines")
    .action(async ({ state, json }: { readonly state: string; readonly json?: boolean }) => {
      process.exitCode = await exitCodeOf(() => {
        const { environment } = runningEmulator(state);
        process.stdout.write(
          json === true ? `${JSON.stringify(environment, undefined, 2)}\n` : renderEnvironment(environment),
        );
        return exitCodes.done;
      });
    });
}
