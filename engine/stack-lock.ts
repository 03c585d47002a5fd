import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock";

/**
 * Whether a stack in a backend of {@link hermeticEnvironment} is locked by engines that are all gone: one that was
 * killed leaves its lock, and `pulumi cancel` takes it away. A lock that cannot be read counts as held.
 *
 * @param folder the one given to {@link hermeticEnvironment}
 */
export function isLockedByTheDead(folder: string, project: string, stack: string): boolean {
  const locks = join(folder, "backend", ".pulumi", "locks", "organization", project, stack);
  const holders = existsSync(locks) ? lockFiles(locks).map(holderOf) : [];
  return holders.length > 0 && holders.every((pid) => pid !== undefined && !isAlive(pid));
}

/** Beside each lock the backend keeps a file of attributes. */
function lockFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(folder, file));
}

function holderOf(file: string): number | undefined {
  try {
    const { pid } = JSON.parse(readFileSync(file, "utf8")) as { pid?: unknown };
    return typeof pid === "number" ? pid : undefined;
  } catch {
    return undefined;
  }
}
