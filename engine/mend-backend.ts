import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { locksFolder } from "./stack-lock";

/** A file that is written takes far less; what is older is nobody's any more. */
const longestWrite = 10_000;

/**
 * Takes away what an engine that was killed while it wrote has left in a backend of files, and returns what it was. The
 * backend replaces its files whole, but not the attributes beside them: one that is cut off makes a stack unreadable
 * (“failed to load checkpoint: EOF”), while a missing one means nothing; and an unfinished copy of a lock counts as a
 * lock. Source: gocloud.dev/blob/fileblob, attrs.go and createTemp.
 *
 * @param folder of the backend
 */
export function mendBackend(folder: string, now: Date): string[] {
  const files = ["stacks", "locks", "history"].flatMap((part) => filesBelow(join(folder, ".pulumi", part)));
  const isUseless = (file: string): boolean =>
    (file.endsWith(".attrs") && isCutOff(file)) || (file.endsWith(".tmp") && isAbandoned(file, now));
  const useless = files.filter(isUseless);
  for (const file of useless) {
    rmSync(file, { force: true });
  }
  return useless;
}

/**
 * Unfinished copies of a stack's locks that may still be written, each of which the engine takes for a lock: soon either
 * a lock stands there or {@link mendBackend} takes it away.
 */
export function unfinishedLocks(folder: string, project: string, stack: string): string[] {
  return filesBelow(locksFolder(folder, project, stack)).filter((file) => file.endsWith(".tmp"));
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // Nothing was ever kept there.
  }
}

function isCutOff(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return false;
  } catch (error) {
    return error instanceof SyntaxError;
  }
}

function isAbandoned(file: string, now: Date): boolean {
  try {
    return now.getTime() - statSync(file).mtimeMs > longestWrite;
  } catch {
    return false; // It has just got its name.
  }
}
