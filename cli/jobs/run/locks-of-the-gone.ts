import { setTimeout as pause } from "node:timers/promises";
import { type StackLock, backendFolder, mendBackend, stackLocks, unfinishedLocks } from "#engine";
import { type StackPlace, pulumiOutput } from "../stack/pulumi-in-folder";
import { StackHeld, holderText } from "./stack-held";

/** The stack whose locks are looked at. */
export interface LockedStack {
  readonly project: string;
  readonly stack: string;
  /** Of the backend, where it keeps stacks in files; other backends tell who holds a stack when a run begins. */
  readonly backend: string | undefined;
}

/** The folder of the backend that the caller is logged in to, where it keeps stacks in files. @throws EngineRefused without a login */
export async function loggedInBackend(place: StackPlace): Promise<string | undefined> {
  const { url } = JSON.parse(await pulumiOutput({ ...place, stack: undefined }, { args: ["whoami", "--json"] })) as {
    url: string;
  };
  return backendFolder(url, place.folder);
}

/** How locks are waited for. */
export interface Waiting {
  /** Whether those are waited for who run. */
  readonly wait: boolean;
  /** Is told for whom or what. */
  readonly report: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The locks of a stack whose holders are all gone, once none is being written. What a process on another host holds is
 * held until it says otherwise.
 *
 * @throws StackHeld when somebody holds the stack, and `wait` is not set
 */
export async function locksOfTheGone(
  { backend, project, stack }: LockedStack,
  { wait, report, signal }: Waiting,
): Promise<StackLock[]> {
  if (backend === undefined) {
    return [];
  }
  for (;;) {
    const locks = stackLocks(backend, project, stack);
    const held = locks.filter(({ holder }) => holder !== "gone");
    if (held.length > 0 && !wait) {
      throw new StackHeld(stack, held);
    }
    if (held.length === 0 && !isBeingLocked(backend, project, stack)) {
      return locks;
    }
    report(
      `waiting for ${held.map(holderText).join(" and ") || "a lock that is being written, or was when its run ended"}`,
    );
    await pause(250, undefined, signal === undefined ? {} : { signal });
  }
}

/** Whether a lock is half written, by somebody who may still be at it. */
function isBeingLocked(backend: string, project: string, stack: string): boolean {
  const isUnfinished = (): boolean => unfinishedLocks(backend, project, stack).length > 0;
  if (isUnfinished()) {
    mendBackend(backend, new Date());
  }
  return isUnfinished();
}
