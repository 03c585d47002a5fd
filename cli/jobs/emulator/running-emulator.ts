import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a served emulator leaves in its folder, so that other commands find it; readable by its owner only. */
export interface RunningEmulator {
  readonly pid: number;
  /** Where it takes orders, on loopback. */
  readonly url: string;
  /** Proves to it that the order comes from who can read the folder: any page in a browser can reach loopback. */
  readonly token: string;
  /** What genuine clients and a `pulumi` need to reach its clouds. */
  readonly environment: Readonly<Record<string, string>>;
}

const fileOf = (folder: string): string => join(folder, "emulator.json");

/** Appears whole or not at all. */
export function announce(folder: string, emulator: RunningEmulator): void {
  const draft = `${fileOf(folder)}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(emulator), { mode: 0o600, flag: "wx" });
  renameSync(draft, fileOf(folder));
}

export function withdraw(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

/** The emulator that serves from this folder; nothing when none does, or the one that did was killed. */
export function findRunningEmulator(folder: string): RunningEmulator | undefined {
  if (!existsSync(fileOf(folder))) return undefined;
  const emulator = JSON.parse(readFileSync(fileOf(folder), "utf8")) as RunningEmulator;
  return isAlive(emulator.pid) ? emulator : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
