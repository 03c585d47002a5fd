import { Command } from "commander";
import { demo } from "./verbs/demo";
import { exitCodes } from "./exit-codes";

/** Every verb, sorted: a command's path is its file's path below `verbs`. */
export const verbs = [demo] as const;

/** The command line, whole; a test looks at it without running anything. */
export function createProgram(): Command {
  const program = new Command("entra-aws")
    .description("Identity between Microsoft Entra ID and AWS, as code")
    .showHelpAfterError("(entra-aws --help shows what there is)")
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage);
    });
  for (const verb of verbs) {
    program.addCommand(verb().copyInheritedSettings(program));
  }
  return program;
}
