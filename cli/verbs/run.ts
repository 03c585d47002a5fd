import { Command, InvalidArgumentError } from "commander";
import { type RunEvent, type RunResult, runStack } from "#cli/jobs";
import { ProgressLine, renderRecovery, renderRun } from "#cli/report";
import { absolutePath } from "../absolute-path";
import { ask } from "../ask";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";
import { type StackOptions, stackFolder, withStackOptions } from "../stack-options";

interface Options extends StackOptions {
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
  return withStackOptions(new Command("run"))
    .description("pulumi up or destroy of a stack, after putting in order what an interrupted run has left")
    .option("--destroy", "remove everything that the stack has")
    .option("--policy-pack <folder>", "a policy pack that judges the run", absolutePath)
    .option("--wait", "wait for another run of the stack instead of refusing")
    .option("--yes", "do it without asking; needed where nobody sits at a terminal")
    .option("--adopt <urn=id>", "what an interrupted create made, when it cannot be found out", adopted, new Map())
    .option("--not-made <urn>", "an interrupted create that made nothing, likewise", notMade, new Set())
    .option("--json", "print one JSON document instead of text; needs --yes")
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
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
  const work = async (): Promise<number> => {
    const consent = (question: string): Promise<boolean> => {
      progress.clear();
      return ask(question, { input: process.stdin, output: process.stdout, signal });
    };
    const job = { ...jobOptions(options, signal), ...(options.yes !== true && { consent }) };
    const result = await runStack(job, tell);
    progress.clear();
    print(renderRun(result));
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    }
    return signal.aborted ? exitCodes.cancelled : codeOf(result);
  };
  return exitCodeOf(work, {
    signal,
    progress,
    whenCancelled: "cancelled; run it again and it goes on from where it was",
  });
}

function jobOptions(options: Options, signal: AbortSignal): Parameters<typeof runStack>[0] {
  const { destroy, policyPack, wait, yes, adopt, notMade: not } = options;
  return {
    ...stackFolder(options),
    destroy,
    policyPack,
    wait,
    interactive: yes !== true,
    decisions: { adopt, notMade: not },
    signal,
  };
}

function codeOf({ outcome }: RunResult): number {
  if (!outcome.succeeded) {
    return exitCodes.refused;
  }
  return outcome.violations.length === 0 ? exitCodes.done : exitCodes.findings;
}
