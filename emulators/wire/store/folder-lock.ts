import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Locks this process holds, since its own pid in a lock file would not tell two stores apart from a stale lock. */
const held = new Set<string>();

/**
 * Holds a document's folder for this process and returns how to let go of it.
 *
 * @throws when another live process, or this one, holds it; a dead process's lock is taken over
 */
export function lockFolder(folder: string, file: string): () => void {
  const path = resolve(folder, `${file}.lock`);
  if (held.has(path)) throw new Error(`${folder} is already open in this process.`);
  if (!tryLock(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new Error(
        `${folder} is in use by process ${holder}. Stop it, or use another folder; if it is no emulated cloud, remove ${path}.`,
      );
    }
    takeOver(path, folder);
  }
  held.add(path);
  return () => {
    held.delete(path);
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  };
}

/**
 * Replaces a dead process's lock by this one's. Two that find it dead at once must not both win: only who holds the
 * second lock removes the first, and only after a second look.
 */
function takeOver(path: string, folder: string): void {
  const claim = `${path}.takeover`;
  if (!tryLock(claim)) {
    const claimant = holderOf(claim);
    if (claimant === undefined || !isAlive(claimant)) {
      throw new Error(`${folder} was being taken over when that process ended: remove ${claim}.`);
    }
    throw takenJustNow(folder);
  }
  try {
    const holder = holderOf(path);
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) throw takenJustNow(folder);
    rmSync(path, { force: true });
    if (!tryLock(path)) throw takenJustNow(folder);
  } finally {
    rmSync(claim, { force: true });
  }
}

function takenJustNow(folder: string): Error {
  return new Error(`${folder} has just been taken by another process.`);
}

/** A lock appears with the pid in it: nobody ever reads a lock that is still empty. */
function tryLock(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
