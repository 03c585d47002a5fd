import { Command } from "commander";
import { type Tick, order } from "#cli/jobs";
import { renderTick } from "#cli/report";
import { exitCodeOf } from "../../exit-code-of";
import { exitCodes } from "../../exit-codes";
import { stateOption } from "../../emulator-options";

/** `entra-aws emulator tick`: Entra's next provisioning cycle, now and not in forty minutes. */
export function tick(): Command {
  return new Command("tick")
    .description("let the running emulator's background services do their next cycle now")
    .addOption(stateOption())
    .option("--json", "print one JSON document instead of text")
    .action(async ({ state, json }: { readonly state: string; readonly json?: boolean }) => {
      process.exitCode = await exitCodeOf(async () => {
        const done = await order<Tick>(state, "tick");
        process.stdout.write(json === true ? `${JSON.stringify(done, undefined, 2)}\n` : renderTick(done));
        return exitCodes.done;
      });
    });
}
