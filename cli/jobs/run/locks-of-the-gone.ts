import { setTimeout as pause } from "node:timers/promises";
import { type StackLock, backendFolder, stackLocks } from "#engine";
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

/**
 * The locks of a stack whose holders are all gone.
 *
 * @param wait whether to wait for those who run; `report` is then told for whom
 * @throws StackHeld when somebody holds the stack, and `wait` is not set or would be for ever
 */
export async function locksOfTheGone(
  { backend, project, stack }: LockedStack,
  options: { readonly wait: boolean; readonly report: (text: string) => void; readonly signal?: AbortSignal },
): Promise<StackLock[]> {
  for (;;) {
    const locks = backend === undefined ? [] : stackLocks(backend, project, stack);
    const held = locks.filter(({ holder }) => holder !== "gone");
    if (held.length === 0) {
      return locks;
    }
    if (!options.wait) {
      throw new StackHeld(stack, held);
    }
    options.report(`waiting for ${held.map(holderText).join(" and ")}`);
    await pause(250, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}
