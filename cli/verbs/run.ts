import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { NotSignedIn, type RunEvent, type RunResult, runStack } from "#cli/jobs";
import { ProgressLine, renderRecovery, renderRun } from "#cli/report";
import { cancellationOf } from "../cancellation";
import { exitCodes } from "../exit-codes";

interface Options {
  readonly stack?: string;
  readonly cwd: string;
  readonly configFile?: string;
  readonly destroy?: boolean;
  readonly policyPack?: string;
  readonly wait?: boolean;
  readonly yes?: boolean;
  readonly adopt: ReadonlyMap<string, string>;
  readonly notMade: ReadonlySet<string>;
  readonly json?: boolean;
}

/** `entra-aws run`: a stack's `pulumi up` or `destroy`, after what an interrupted run left has been put in order. */
export function run(): Command {
  return new Command("run")
    .description("pulumi up or destroy of a stack, after putting in order what an interrupted run has left")
    .option("--stack <name>", "the stack (default: the selected one)")
    .option("-C, --cwd <folder>", "the folder of Pulumi.yaml", resolved, process.cwd())
    .option("--config-file <file>", "the stack's config, in place of Pulumi.<stack>.yaml", resolved)
    .option("--destroy", "remove everything that the stack has")
    .option("--policy-pack <folder>", "a policy pack that judges the run", resolved)
    .option("--wait", "wait for another run of the stack instead of refusing")
    .option("--yes", "do it without asking; needed where nobody sits at a terminal")
    .option("--adopt <urn=id>", "what an interrupted create made, when it cannot be found out", adopted, new Map())
    .option("--not-made <urn>", "an interrupted create that made nothing, likewise", notMade, new Set())
    .option("--json", "print one JSON document instead of text; needs --yes")
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

function resolved(path: string): string {
  if (path === "") {
    throw new InvalidArgumentError("a path is needed");
  }
  return resolve(path);
}

function adopted(given: string, earlier: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, urn, id] = /^(urn:pulumi:[^=]+)=(.+)$/.exec(given) ?? [];
  if (urn === undefined || id === undefined) {
    throw new InvalidArgumentError("a URN, =, and the provider's id are needed: urn:pulumi:…=id");
  }
  return new Map([...earlier, [urn, id]]);
}

function notMade(urn: string, earlier: ReadonlySet<string>): ReadonlySet<string> {
  if (!urn.startsWith("urn:pulumi:")) {
    throw new InvalidArgumentError("a URN is needed: urn:pulumi:…");
  }
  return new Set([...earlier, urn]);
}

async function show(options: Options): Promise<number> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (options.yes !== true && (options.json === true || !isTerminal)) {
    const why =
      options.json === true ? "with --json nothing can be asked" : "this is no terminal, so nothing can be asked";
    process.stderr.write(`run changes two clouds, and ${why}: add --yes. To see what it would do: pulumi preview\n`);
    return exitCodes.usage;
  }
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const print = options.json === true ? (): void => undefined : (text: string) => process.stdout.write(`${text}\n`);
  const tell = (event: RunEvent): void => {
    if (event.kind === "progress") {
      progress.show(event.text);
      return;
    }
    progress.clear();
    const text = renderRecovery(event.recovery);
    if (text !== "") {
      print(text);
    }
  };
  try {
    const result = await runStack(jobOptions(options, signal), tell);
    progress.clear();
    print(renderRun(result));
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    }
    return signal.aborted ? exitCodes.cancelled : exitCodeOf(result);
  } catch (error) {
    progress.clear();
    if (signal.aborted) {
      process.stderr.write("cancelled; run it again and it goes on from where it was\n");
      return exitCodes.cancelled;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof NotSignedIn ? exitCodes.notSignedIn : exitCodes.refused;
  }
}

function jobOptions(options: Options, signal: AbortSignal): Parameters<typeof runStack>[0] {
  const { cwd, stack, configFile, destroy, policyPack, wait, yes, adopt, notMade: not } = options;
  return {
    folder: cwd,
    stack,
    configFile,
    destroy,
    policyPack,
    wait,
    interactive: yes !== true,
    decisions: { adopt, notMade: not },
    signal,
  };
}

function exitCodeOf({ outcome }: RunResult): number {
  if (!outcome.succeeded) {
    return exitCodes.refused;
  }
  return outcome.violations.length === 0 ? exitCodes.done : exitCodes.findings;
}
