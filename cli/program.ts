import { Command } from "commander";
import { analyze } from "./verbs/analyze";
import { demo } from "./verbs/demo";
import { doctor } from "./verbs/doctor";
import { env } from "./verbs/emulator/env";
import { reset } from "./verbs/emulator/reset";
import { start } from "./verbs/emulator/start";
import { tick } from "./verbs/emulator/tick";
import { review } from "./verbs/review";
import { roles } from "./verbs/roles";
import { run } from "./verbs/run";
import { exitCodes } from "./exit-codes";

type Verb = () => Command;

/** Every verb, sorted: a command's path is its file's path below `verbs`. */
export const verbs: readonly Verb[] = [
  analyze,
  demo,
  doctor,
  group("emulator", "emulated clouds for your own stacks", [env, reset, start, tick]),
  review,
  roles,
  run,
];

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

function group(name: string, description: string, verbs: readonly Verb[]): Verb {
  return () => {
    const command = new Command(name).description(description);
    for (const verb of verbs) {
      command.addCommand(verb());
    }
    return command;
  };
}
