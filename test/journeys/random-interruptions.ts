import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stackLocks } from "#engine";
import type { ProviderFaults } from "#emulators/wire/pulumi-provider";
import { type Victim, killEngine } from "./interruptions";
import type { Workbench } from "./workbench";

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The seed that `ENTRA_AWS_SEED` names, to see a failure again, or one of this moment. */
export function seedOfThisRun(): number {
  const given = process.env["ENTRA_AWS_SEED"];
  return given === undefined ? Date.now() % 1_000_000 : Number(given);
}

/** What {@link countingFaults} has counted. */
export interface Counting {
  readonly faults: ProviderFaults;
  /** Requests to the clouds and their responses. */
  count(): number;
  /** `delete azuread:index/…`, each once. */
  operations(): readonly string[];
}

/** Notes what passes between the engine and the clouds, and does `then` when as many have passed as `at` says. */
export function countingFaults(at = Number.POSITIVE_INFINITY, then: () => void = () => undefined): Counting {
  let passed = 0;
  const operations = new Set<string>();
  const pass = (): Promise<void> => {
    passed += 1;
    if (passed === at) then();
    return Promise.resolve();
  };
  return {
    faults: {
      onRequest: ({ method, type }) => {
        operations.add(`${method} ${type}`);
        return pass();
      },
      onResponse: pass,
    },
    count: () => passed,
    operations: () => [...operations],
  };
}

/** Kills the engine as soon as it holds the stack, before it has asked any cloud. */
export async function killAtOnce(bench: Workbench, victim: Victim): Promise<void> {
  const backend = join(bench.folder, "backend");
  for (let tries = 0; tries < 3000; tries += 1) {
    if (stackLocks(backend, victim.project, victim.stack).length > 0) {
      killEngine(bench, victim);
      return;
    }
    await pause(10);
  }
  throw new Error("No engine has taken the stack within half a minute.");
}
