import { Command, InvalidArgumentError } from "commander";
import { runSignInDoctor, runStackDoctor, stackPermissions } from "#cli/jobs";
import { paintFor, ProgressLine, renderSignInDiagnosis, renderStackDoctor, renderStackPermissions } from "#cli/report";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";
import { type StackOptions, stackFolder, withStackOptions } from "../stack-options";

interface Options extends StackOptions {
  readonly response?: string;
  readonly metadata?: string;
  readonly at?: Date;
  readonly role?: string;
  readonly permissions?: boolean;
  readonly json?: boolean;
}

/** `entra-aws doctor`: may this stack run here; and of a SAML response, why AWS takes or refuses it. */
export function doctor(): Command {
  return withStackOptions(new Command("doctor"))
    .description("tell whether a stack can run here, or why AWS takes or refuses a SAML response; changes nothing")
    .option("--permissions", "print the least permissions of the stack's deployer in AWS and Graph, and check nothing")
    .option("--response <file>", "explain the SAML response in that file instead; - is standard input")
    .option("--metadata <file>", "with --response: the provider's metadata, where the account cannot be asked")
    .option("--role <name>", "with --response: the name or ARN of the one role that matters")
    .option("--at <time>", "with --response: judge it as of then, as 2026-01-31T12:00:00Z, or now", instant)
    .option("--json", "print one JSON document instead of text")
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

function instant(given: string): Date {
  const date = given === "now" ? new Date() : new Date(given);
  if (Number.isNaN(date.getTime()) || (given !== "now" && !/T.*(Z|[+-]\d{2}:\d{2})$/.test(given))) {
    throw new InvalidArgumentError("a time with its zone is needed, such as 2026-01-31T12:00:00Z");
  }
  return date;
}

async function run(options: Options): Promise<number> {
  const wrong = contradiction(options);
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n(entra-aws doctor --help shows what there is)\n`);
    return exitCodes.usage;
  }
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const tell = (text: string): void => {
    progress.show(text);
  };
  const work = async (): Promise<number> => {
    const answer = await answerOf(options, signal, tell);
    progress.clear();
    process.stdout.write(`${options.json === true ? JSON.stringify(answer.result, undefined, 2) : answer.text()}\n`);
    return answer.code;
  };
  return exitCodeOf(work, { signal, progress });
}

/** What belongs to one of the two questions only. */
function contradiction(options: Options): string | undefined {
  const { response, metadata, role, at, permissions } = options;
  if (response !== undefined && permissions === true)
    return "--permissions is about a stack, and not about a --response";
  const [stray] = Object.entries({ metadata, role, at }).filter(([, value]) => value !== undefined);
  return response === undefined && stray !== undefined ? `--${stray[0]} is about a --response` : undefined;
}

interface Answer {
  readonly result: unknown;
  readonly text: () => string;
  readonly code: number;
}

async function answerOf(options: Options, signal: AbortSignal, tell: (text: string) => void): Promise<Answer> {
  const paint = paintFor(process.stdout, process.env);
  const { response, permissions, stack, cwd } = options;
  const place = stackFolder(options);
  if (response !== undefined) {
    const { metadata, role, at } = options;
    const hasStack = [stack, cwd, options.configFile].some((one) => one !== undefined);
    const about = { response, ...given({ metadata, role, at }), ...(hasStack ? place : {}), signal };
    const result = await runSignInDoctor(about, tell);
    const accepted = result.diagnosis.verdicts.console.outcome === "accepted";
    return {
      result,
      text: () => renderSignInDiagnosis(result, paint),
      code: accepted ? exitCodes.done : exitCodes.findings,
    };
  }
  if (permissions === true) {
    const result = await stackPermissions({ ...place, signal }, tell);
    return { result, text: () => renderStackPermissions(result, paint), code: exitCodes.done };
  }
  const result = await runStackDoctor({ ...place, signal }, tell);
  return {
    result,
    text: () => renderStackDoctor(result, paint),
    code: result.isReady ? exitCodes.done : exitCodes.findings,
  };
}

/** Only what was given. */
function given<Values extends object>(values: Values): Partial<{ [Key in keyof Values]: NonNullable<Values[Key]> }> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<{
    [Key in keyof Values]: NonNullable<Values[Key]>;
  }>;
}
