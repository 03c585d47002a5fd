import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { order } from "./order";
import { findRunningEmulator } from "./running-emulator";

/** What was emptied. */
export interface Reset {
  readonly folder: string;
  /** Whether an emulator serves from it, and goes on with the same credentials. */
  readonly running: boolean;
}

/** Puts clouds and stacks of a folder back to their first day, through the emulator that serves from it if one does. */
export async function resetEmulator(folder: string): Promise<Reset> {
  if (findRunningEmulator(folder) !== undefined) return order<Reset>(folder, "reset");
  if (!existsSync(join(folder, "clouds", "tenant"))) throw new Error(`There are no emulated clouds in ${folder}.`);
  rmSync(join(folder, "clouds"), { recursive: true });
  forgetStacks(folder);
  return { folder, running: false };
}

export function forgetStacks(folder: string): void {
  rmSync(join(folder, "backend"), { recursive: true, force: true });
  mkdirSync(join(folder, "backend"), { mode: 0o700 });
}
