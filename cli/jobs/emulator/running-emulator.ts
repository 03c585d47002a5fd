import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stillRuns } from "#engine";

/** What a served emulator leaves in its folder, so that other commands find it; readable by its owner only. */
export interface RunningEmulator {
  readonly pid: number;
  /** When it wrote this, ISO 8601: a process that began later only has its number. */
  readonly since: string;
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

/**
 * The emulator that serves from this folder; nothing when none does, or the one that did was killed.
 *
 * @throws when what it left there is damaged
 */
export function findRunningEmulator(folder: string): RunningEmulator | undefined {
  const file = fileOf(folder);
  if (!existsSync(file)) return undefined;
  const emulator = parsed(readFileSync(file, "utf8"));
  if (emulator === undefined) throw new Error(`${file} is damaged: remove it once no emulator serves from ${folder}.`);
  return stillRuns(emulator.pid, new Date(emulator.since)) ? emulator : undefined;
}

function parsed(text: string): RunningEmulator | undefined {
  try {
    const { pid, since, url, token, environment } = JSON.parse(text) as Partial<RunningEmulator>;
    const isWhole = Number.isSafeInteger(pid) && !Number.isNaN(Date.parse(since ?? "")) && URL.canParse(url ?? "");
    if (!isWhole || typeof token !== "string" || typeof environment !== "object") return undefined;
    return { pid, since, url, token, environment } as RunningEmulator;
  } catch {
    return undefined;
  }
}
