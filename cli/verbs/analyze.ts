import { once } from "node:events";
import { Command } from "commander";
import { runAnalyze, UnreadableLines } from "#cli/jobs";
import { renderAnalyzeSummary } from "#cli/report";
import { withoutControls } from "#core/problems";
import { absolutePath } from "../absolute-path";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";

interface Options {
  readonly file?: string;
  readonly conditionalAccess?: boolean;
  readonly summary?: boolean;
  readonly json?: boolean;
}

/** `entra-aws analyze`: policy documents or Conditional Access questions as JSON lines in, answers as JSON lines out. */
export function analyze(): Command {
  return new Command("analyze")
    .description("answer JSON lines with policy documents: what is wrong with them, and whether they escalate")
    .option("--file <file>", "read the lines from that file instead of standard input", absolutePath)
    .option("--conditional-access", "answer whether sets of Conditional Access policies demand what the lines ask")
    .option("--summary", "say at the end, on standard error, how many lines there were")
    .option("--json", "print JSON lines, which it always does")
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

async function run({ file, conditionalAccess, summary }: Options): Promise<number> {
  const signal = cancellationOf(process);
  const answer = async (): Promise<number> => {
    const result = await runAnalyze({
      ...(file !== undefined && { file }),
      ...(conditionalAccess !== undefined && { conditionalAccess }),
      input: process.stdin,
      write: writeTo(process.stdout, signal),
    });
    if (summary === true) process.stderr.write(`${renderAnalyzeSummary(result)}\n`);
    return result.unreadable === 0 ? exitCodes.done : exitCodes.findings;
  };
  const work = async (): Promise<number> => {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof UnreadableLines)) throw error;
      process.stderr.write(`${withoutControls(error.message)}\n`);
      return exitCodes.usage;
    }
  };
  return exitCodeOf(work, { signal, whenCancelled: "cancelled; the lines so far are answered" });
}

/** Waits where the reader is slower than we are; one that is gone, as `head`, ends the work. */
function writeTo(stream: NodeJS.WriteStream, signal: AbortSignal): (line: string) => Promise<void> {
  return async (line) => {
    signal.throwIfAborted();
    if (!stream.write(`${line}\n`)) await once(stream, "drain", { signal });
  };
}
