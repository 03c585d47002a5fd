import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import {
  NotSignedIn,
  runSignInDoctor,
  runStackDoctor,
  stackPermissions,
  UnreadableConfig,
  UnreadableResponse,
} from "#cli/jobs";
import { paintFor, ProgressLine, renderSignInDiagnosis, renderStackDoctor, renderStackPermissions } from "#cli/report";
import { withoutControls } from "#core/problems";
import { cancellationOf } from "../cancellation";
import { exitCodes } from "../exit-codes";

interface Options {
  readonly response?: string;
  readonly metadata?: string;
  readonly at?: Date;
  readonly role?: string;
  readonly stack?: string;
  readonly cwd?: string;
  readonly configFile?: string;
  readonly permissions?: boolean;
  readonly json?: boolean;
}

/** `entra-aws doctor`: may this stack run here; and of a SAML response, why AWS takes or refuses it. */
export function doctor(): Command {
  return new Command("doctor")
    .description("tell whether a stack can run here, or why AWS takes or refuses a SAML response; changes nothing")
    .option("--stack <name>", "the stack (default: the selected one)")
    .option("-C, --cwd <folder>", "the folder of Pulumi.yaml (default: the current one)", path)
    .option("--config-file <file>", "the stack's config, in place of Pulumi.<stack>.yaml", path)
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

function path(given: string): string {
  if (given === "") throw new InvalidArgumentError("a path is needed");
  return resolve(given);
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
  try {
    const answer = await answerOf(options, signal, tell);
    progress.clear();
    process.stdout.write(`${options.json === true ? JSON.stringify(answer.result, undefined, 2) : answer.text()}\n`);
    return answer.code;
  } catch (error) {
    progress.clear();
    if (signal.aborted) return exitCodes.cancelled;
    // What clouds and files say is not ours.
    const lines = (error instanceof Error ? error.message : String(error)).split("\n");
    process.stderr.write(`${lines.map(withoutControls).join("\n")}\n`);
    return codeOf(error);
  }
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
  const { response, permissions } = options;
  const { stack, configFile, cwd } = options;
  const place = { folder: cwd ?? process.cwd(), ...given({ stack, configFile }) };
  if (response !== undefined) {
    const { metadata, role, at } = options;
    const hasStack = stack !== undefined || cwd !== undefined;
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

function codeOf(error: unknown): number {
  if (error instanceof NotSignedIn) return exitCodes.notSignedIn;
  const isUnreadable = error instanceof UnreadableConfig || error instanceof UnreadableResponse;
  return isUnreadable ? exitCodes.usage : exitCodes.refused;
}
