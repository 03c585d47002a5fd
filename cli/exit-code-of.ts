import {
  NotSignedIn,
  RolesRefused,
  UnreadableConfig,
  UnreadableResponse,
  UnreadableReview,
  UnwritableReport,
} from "#cli/jobs";
import type { ProgressLine } from "#cli/report";
import { withoutControls } from "#core/problems";
import { exitCodes } from "./exit-codes";

/** What a verb says when it cannot end its work. */
export interface Ending {
  readonly signal?: AbortSignal;
  /** Is cleared before an error is told. */
  readonly progress?: Pick<ProgressLine, "clear">;
  /** Said when it was cancelled. @default nothing */
  readonly whenCancelled?: string;
  /** @default the process's own error output */
  readonly stderr?: { write(text: string): unknown };
}

/** The exit code that `work` ends with, or that of its failure, which is told to people. */
export async function exitCodeOf(work: () => number | Promise<number>, ending: Ending = {}): Promise<number> {
  const { signal, progress, whenCancelled, stderr = process.stderr } = ending;
  try {
    return await work();
  } catch (error) {
    progress?.clear();
    if (signal?.aborted === true) {
      if (whenCancelled !== undefined) {
        stderr.write(`${whenCancelled}\n`);
      }
      return exitCodes.cancelled;
    }
    // What clouds, engines and files say is not ours.
    const lines = (error instanceof Error ? error.message : String(error)).split(/\r?\n/);
    stderr.write(`${lines.map(withoutControls).join("\n")}\n`);
    return codes.find(([kind]) => error instanceof kind)?.[1] ?? exitCodes.refused;
  }
}

/** Failures that no cloud and no engine is to blame for. */
const codes = [
  [NotSignedIn, exitCodes.notSignedIn],
  [RolesRefused, exitCodes.usage],
  [UnreadableConfig, exitCodes.usage],
  [UnreadableResponse, exitCodes.usage],
  [UnreadableReview, exitCodes.usage],
  [UnwritableReport, exitCodes.usage],
] as const;
