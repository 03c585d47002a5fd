import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join, resolve } from "node:path";
import { stillRuns } from "./running-processes";

/** Who holds a stack in a backend of files, as the engine noted it. */
export interface StackLock {
  readonly file: string;
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  readonly since: Date;
  /** `gone`: the process ran on this host and has ended; `elsewhere`: it ran on another one, of which nothing is known here. */
  readonly holder: "running" | "gone" | "elsewhere";
}

/**
 * The folder of a backend that keeps its stacks in files, or undefined for any other. `~` and relative paths mean what
 * they mean to the engine (massageBlobPath in pulumi's backend/diy/backend.go).
 *
 * @param url such as `pulumi whoami --json` prints it, `file://~` or `file:///srv/stacks`
 */
export function backendFolder(url: string, cwd: string): string | undefined {
  const path = /^file:\/\/([^?]*)/.exec(url)?.[1];
  if (path === undefined) {
    return undefined;
  }
  const decoded = decodeURIComponent(path);
  return decoded.startsWith("~") ? join(homedir(), decoded.slice(1)) : resolve(cwd, decoded);
}

/**
 * The locks of a stack: one at most, but for engines that began in the same moment.
 *
 * @param folder of the backend, {@link backendFolder}
 * @throws when a lock cannot be read: whose it is, is not known then
 */
export function stackLocks(folder: string, project: string, stack: string): StackLock[] {
  const locks = locksFolder(folder, project, stack);
  if (!existsSync(locks)) {
    return [];
  }
  // Beside each lock the backend keeps a file of attributes.
  const files = readdirSync(locks).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => readLock(join(locks, file)) ?? []);
}

/** Where a backend of files keeps the locks of a stack. */
export function locksFolder(folder: string, project: string, stack: string): string {
  return join(folder, ".pulumi", "locks", "organization", project, stack);
}

/** Takes away a lock whose holder is gone. Its file's name is its holder's own, so no other engine's lock can be hit. */
export function freeLock(lock: StackLock): void {
  rmSync(lock.file, { force: true });
  rmSync(`${lock.file}.attrs`, { force: true });
}

/** As `newLockContent` in pulumi's backend/diy/lock.go writes it. */
interface LockContent {
  readonly pid: number;
  readonly username: string;
  readonly hostname: string;
  readonly timestamp: string;
}

function readLock(file: string): StackLock | undefined {
  const content = contentOf(file);
  if (content === undefined) {
    return undefined; // Its holder has just ended.
  }
  const { pid, username: user, hostname: host, timestamp } = content;
  const since = new Date(timestamp);
  const isElsewhere = host !== hostname();
  return {
    file,
    user,
    host,
    pid,
    since,
    holder: isElsewhere ? "elsewhere" : stillRuns(pid, since) ? "running" : "gone",
  };
}

function contentOf(file: string): LockContent | undefined {
  try {
    const content = JSON.parse(readFileSync(file, "utf8")) as Partial<LockContent>;
    if (isContent(content)) {
      return content;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
  }
  throw new Error(`The lock ${file} does not say who holds the stack. When no other run is under way: pulumi cancel`);
}

function isContent(content: Partial<LockContent>): content is LockContent {
  const { pid, username, hostname: host, timestamp } = content;
  const isWhole = typeof pid === "number" && typeof username === "string" && typeof host === "string";
  return isWhole && typeof timestamp === "string" && !Number.isNaN(Date.parse(timestamp));
}
