import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stackLocks, unfinishedLocks } from "#engine";
import type { Deployment } from "./deployment";

/**
 * Whether a run of a stack was interrupted, or is under way: the stack is locked, or has operations that are not
 * finished. Reads the files of a backend that nobody else writes to, which is cheaper than to ask an engine.
 *
 * @param backend the folder of a backend of files
 */
export function isInterrupted(backend: string, project: string, stack: string): boolean {
  const file = join(backend, ".pulumi", "stacks", project, `${stack}.json`);
  if (!existsSync(file)) {
    return false;
  }
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly checkpoint?: { readonly latest?: Pick<Deployment, "pending_operations"> };
  };
  const pending = checkpoint?.latest?.pending_operations ?? [];
  const locks = [...stackLocks(backend, project, stack), ...unfinishedLocks(backend, project, stack)];
  return pending.length > 0 || locks.length > 0;
}
