import { idOf } from "./documents";
import { type InputLine, linesOf, longestLine } from "./lines-of";

/** The answer to a line of JSON: an object with the line's `id`, and an `error` where the line says nothing. */
export type AnalyzeLine = (line: unknown) => object | Promise<object>;

export interface AnalyzeSummary {
  readonly lines: number;
  /** Lines that were no question. */
  readonly unreadable: number;
}

/**
 * Answers each line of the input in its order, one JSON object a line, and holds one at a time.
 *
 * @param write is waited for: who reads slowly is written to slowly
 */
export async function analyzeLines(
  input: AsyncIterable<string | Buffer>,
  analyze: AnalyzeLine,
  write: (line: string) => Promise<void> | void,
): Promise<AnalyzeSummary> {
  let lines = 0;
  let unreadable = 0;
  for await (const line of linesOf(input)) {
    lines++;
    const answer = await answerTo(line, analyze);
    if (answer.isUnreadable) unreadable++;
    await write(answer.text);
  }
  return { lines, unreadable };
}

async function answerTo(line: InputLine, analyze: AnalyzeLine): Promise<Answered> {
  if (typeof line !== "string") return failure(null, `the line is longer than ${longestLine} characters`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return failure(null, "the line is not JSON");
  }
  try {
    const answer = await analyze(parsed);
    return { text: JSON.stringify(answer), isUnreadable: "error" in answer };
  } catch (error) {
    // Only its kind: the message may repeat what the line holds.
    const kind = error instanceof Error ? error.name : typeof error;
    return failure(idOf(parsed), `it could not be analyzed and ended with ${kind}`);
  }
}

interface Answered {
  readonly text: string;
  readonly isUnreadable: boolean;
}

function failure(id: unknown, error: string): Answered {
  return { text: JSON.stringify({ id, error }), isUnreadable: true };
}
