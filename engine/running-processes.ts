import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

/** What the kernel tells of a process, as far as it is needed here. */
interface ProcessStatus {
  readonly pid: number;
  readonly isZombie: boolean;
  readonly session: number;
  /** Since the system started, in hundredths of a second. */
  readonly startTicks: number;
}

/**
 * In the environment of an engine and of all that it starts. A session's number is given to another one some day, whose
 * processes are nobody's leftovers.
 */
export const engineMark = { ENTRA_AWS_ENGINE: "true" } as const;

/**
 * Whether a process that ran at `since` still runs. A process that has ended and that nobody has waited for does not,
 * and one that began later only has its number.
 */
export function stillRuns(pid: number, since: Date): boolean {
  if (!hasProcess(pid)) {
    return false;
  }
  if (statusOf(pid)?.isZombie === true) {
    return false;
  }
  const started = startOf(pid);
  return started === undefined || started.getTime() <= since.getTime() + roundingOfStarts;
}

/**
 * Ends what is left of a session whose leader is gone, such as the program and the policy pack of an engine that was
 * killed: nobody would ever answer them again, and some do not notice. Only processes with the {@link engineMark} are
 * ended, and returned. Without `/proc` none is found, and a leader whose number another process has got since ends none.
 *
 * @param leader the process that began the session; the engine does, see `runPulumi`
 */
export function endLeftovers(leader: number): number[] {
  if (hasProcess(leader) && statusOf(leader)?.isZombie !== true) {
    return [];
  }
  return processes()
    .filter(({ session, pid, isZombie }) => session === leader && pid !== leader && !isZombie)
    .filter(({ pid }) => isMarked(pid))
    .flatMap(({ pid }) => (end(pid) ? [pid] : []));
}

/** A start is known to the second. */
const roundingOfStarts = 2000;

/** Whether a process has this number, be it another user's. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isMarked(pid: number): boolean {
  const marks = Object.entries(engineMark).map(([name, value]) => `${name}=${value}`);
  const environment = text(`/proc/${pid}/environ`)?.split("\0") ?? [];
  return marks.every((mark) => environment.includes(mark));
}

function end(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

function processes(): ProcessStatus[] {
  return folder("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(Number(name)) ?? []);
}

/** From `/proc/<pid>/stat`; source: proc_pid_stat(5). */
function statusOf(pid: number): ProcessStatus | undefined {
  const stat = text(`/proc/${pid}/stat`);
  if (stat === undefined) {
    return undefined;
  }
  // The command's name stands in brackets and may hold anything, so what follows the last one is counted.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    pid,
    isZombie: fields[0] === "Z" || fields[0] === "X",
    session: Number(fields[3]),
    startTicks: Number(fields[19]),
  };
}

function startOf(pid: number): Date | undefined {
  const status = statusOf(pid);
  const boot = /^btime (\d+)$/m.exec(text("/proc/stat") ?? "")?.[1];
  if (status !== undefined && boot !== undefined) {
    return new Date(Number(boot) * 1000 + status.startTicks * 10);
  }
  return startByPs(pid);
}

/** Where there is no `/proc`. */
function startByPs(pid: number): Date | undefined {
  try {
    const env = { ...process.env, LC_ALL: "C" };
    const started = new Date(execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env }));
    return Number.isNaN(started.getTime()) ? undefined : started;
  } catch {
    return undefined;
  }
}

function text(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function folder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
