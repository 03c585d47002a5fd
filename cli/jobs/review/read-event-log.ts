import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { eventReader, type EventReader } from "./event-reader";
import { plainObject } from "./plain-object";
import { whyUnreadable } from "./read-json-file";
import type { ReviewedStack } from "./reviewed-stack";
import { UnreadableReview } from "./unreadable-review";

const remedy = "Give the file that `PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log FILE` has written, whole.";

/**
 * What a stack will be, by an engine's event log of any length, one JSON object a line: resources with their outputs,
 * and what policy packs said.
 *
 * @throws UnreadableReview also for a log that does not tell all of the stack
 */
export async function readEventLog(file: string): Promise<ReviewedStack> {
  const reader = eventReader();
  await readLines(file, reader);
  const end = reader.end();
  if (typeof end === "string") throw new UnreadableReview(file, end, remedy);
  return end;
}

async function readLines(file: string, reader: EventReader): Promise<void> {
  let number = 0;
  let unread: number | undefined;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number++;
      // Only a last line may be half written.
      if (unread !== undefined) throw new UnreadableReview(file, faultOfLine(unread), remedy);
      if (line.trim() !== "" && !isTaken(line, reader)) unread = number;
    }
  } catch (error) {
    if (error instanceof UnreadableReview) throw error;
    throw new UnreadableReview(file, whyUnreadable(error), remedy);
  }
  if (number === 0) throw new UnreadableReview(file, "it is empty", remedy);
  if (unread === 1) throw new UnreadableReview(file, faultOfLine(1), remedy);
  if (unread !== undefined) throw new UnreadableReview(file, `its last line, ${unread}, is cut off`, remedy);
}

function faultOfLine(number: number): string {
  return number === 1 ? "it is not an engine's event log" : `its line ${number} is not an engine's event`;
}

function isTaken(line: string, reader: EventReader): boolean {
  try {
    const event = plainObject(JSON.parse(line));
    return event !== undefined && reader.take(event);
  } catch {
    return false;
  }
}
