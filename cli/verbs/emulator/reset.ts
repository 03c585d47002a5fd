import { Command } from "commander";
import { resetEmulator } from "#cli/jobs";
import { exitCodes } from "../../exit-codes";
import { stateOption } from "../../emulator-options";

/** `entra-aws emulator reset`: clouds and stacks as on the first day. */
export function reset(): Command {
  return new Command("reset")
    .description("empty the emulated clouds and forget the stacks that were kept beside them")
    .addOption(stateOption())
    .option("--json", "print one JSON document instead of text")
    .action(async ({ state, json }: { readonly state: string; readonly json?: boolean }) => {
      try {
        const done = await resetEmulator(state);
        process.stdout.write(
          json === true
            ? `${JSON.stringify(done)}\n`
            : `clouds and stacks are as on the first day${done.running ? "; the credentials stay" : ""}\n`,
        );
        process.exitCode = exitCodes.done;
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = exitCodes.refused;
      }
    });
}
