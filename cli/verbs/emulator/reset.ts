import { Command } from "commander";
import { resetEmulator } from "#cli/jobs";
import { exitCodeOf } from "../../exit-code-of";
import { exitCodes } from "../../exit-codes";
import { stateOption } from "../../emulator-options";

/** `entra-aws emulator reset`: clouds and stacks as on the first day. */
export function reset(): Command {
  return new Command("reset")
    .description("empty the emulated clouds and forget the stacks that were kept beside them")
    .addOption(stateOption())
    .option("--json", "print one JSON document instead of text")
    .action(async ({ state, json }: { readonly state: string; readonly json?: boolean }) => {
      process.exitCode = await exitCodeOf(async () => {
        const done = await resetEmulator(state);
        process.stdout.write(
          json === true
            ? `${JSON.stringify(done)}\n`
            : `clouds and stacks are as on the first day${done.running ? "; the credentials stay" : ""}\n`,
        );
        return exitCodes.done;
      });
    });
}
