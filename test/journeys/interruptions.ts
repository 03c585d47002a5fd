import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackLocks } from "#engine";
import type { ProviderFaults, ProviderOperation } from "#emulators/wire/pulumi-provider";
import type { Workbench } from "./workbench";

/** What has stacks in `backend`. */
type Place = Pick<Workbench, "folder">;

/** Whose engine is killed. */
export interface Victim {
  readonly project: string;
  readonly stack: string;
}

/** Ends the engine that holds a stack as nothing can be prepared for. */
export function killEngine(bench: Place, { project, stack }: Victim): void {
  for (const { pid } of stackLocks(join(bench.folder, "backend"), project, stack)) {
    process.kill(pid, "SIGKILL");
  }
}

/** What the engine has noted of a stack. */
export function checkpointOf(bench: Place, { project, stack }: Victim): Checkpoint {
  const file = join(bench.folder, "backend", ".pulumi", "stacks", project, `${stack}.json`);
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as { checkpoint: { latest?: Checkpoint } };
  return checkpoint.latest ?? {}; // A stack that is new has none.
}

export interface Checkpoint {
  readonly resources?: readonly { readonly type: string; readonly urn: string; readonly id?: string }[];
  readonly pending_operations?: readonly { readonly type: string; readonly resource: { readonly type: string } }[];
}

/** Faults that may be set anew before each run; at first there are none. */
export interface SwitchableFaults extends ProviderFaults {
  set(faults: ProviderFaults): void;
}

export function switchableFaults(): SwitchableFaults {
  let current: ProviderFaults = {};
  return {
    onRequest: (operation) => current.onRequest?.(operation) ?? Promise.resolve(),
    onResponse: (operation) => current.onResponse?.(operation) ?? Promise.resolve(),
    set: (faults) => {
      current = faults;
    },
  };
}

/** A response that nobody will get: the call stays open until its engine is gone. */
export function lostResponse(): Promise<never> {
  return new Promise(() => undefined);
}

/**
 * Loses the first response of each type that `isMeant`, and kills the engine once it waits for nothing but those. The
 * types whose response was lost are added to `lost`.
 *
 * @param enough how many responses there are to lose before that
 */
export function losingFirstResponses(
  bench: () => Place,
  victim: Victim,
  isMeant: (operation: ProviderOperation) => boolean,
  lost: Set<string>,
  enough = 1,
): ProviderFaults {
  let [underWay, held, isKilled] = [0, 0, false];
  const clock = setInterval(() => {
    if (isKilled) {
      clearInterval(clock);
    } else if (
      held >= enough &&
      underWay === held &&
      (checkpointOf(bench(), victim).pending_operations ?? []).length <= held
    ) {
      isKilled = true;
      killEngine(bench(), victim);
    }
  }, 50);
  clock.unref();
  return {
    onRequest: () => {
      underWay += 1;
      return Promise.resolve();
    },
    onResponse: (operation) => {
      if (isMeant(operation) && !lost.has(operation.type)) {
        lost.add(operation.type);
        held += 1;
        return lostResponse();
      }
      underWay -= 1;
      return Promise.resolve();
    },
  };
}
