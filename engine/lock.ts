import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { hasProcess } from "./running-processes";

/**
 * Runs `work` while no other process does, told apart by the lock file's name. A lock whose process is gone is taken.
 *
 * @param report is told once when another process is waited for
 * @param signal ends the waiting, and not the work
 */
export async function withLock<Result>(
  file: string,
  report: (text: string) => void,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (let isFirstTry = true; !tryLock(file); isFirstTry = false) {
    const holder = holderOf(file);
    if (holder !== undefined && !hasProcess(holder)) {
      takeFromTheDead(file);
      continue;
    }
    if (isFirstTry) {
      report(`waiting for process ${holder ?? "?"}, which does the same`);
    }
    await pause(250, undefined, signal === undefined ? {} : { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Guarded and looked at again, or the second of two who wait would remove the lock that the first has just taken. */
function takeFromTheDead(file: string): void {
  const guard = `${file}.takeover`;
  if (tryLock(guard)) {
    const holder = holderOf(file);
    if (holder !== undefined && !hasProcess(holder)) {
      rmSync(file, { force: true });
    }
    rmSync(guard, { force: true });
  } else {
    const holder = holderOf(guard);
    if (holder !== undefined && !hasProcess(holder)) {
      rmSync(guard, { force: true });
    }
  }
}

/** A link appears with its content or not at all, so a lock never names nobody. */
function tryLock(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      return false;
    }
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
