import { setTimeout as delay } from "node:timers/promises";
import type { GraphJob } from "./graph-job";

/** What {@link awaitCycle} needs. */
export interface AwaitCycleOptions {
  readonly read: () => Promise<GraphJob>;
  /** The job as it was before the cycle was asked for. */
  readonly before: GraphJob;
  /** In milliseconds. */
  readonly timeout: number;
  /** Is told the job at each look, and how long it has been waited for, in milliseconds. */
  readonly progress: (job: GraphJob, waited: number) => void;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const firstPause = 500;
const longestPause = 30_000;
const growth = 1.5;

/**
 * Looks at a job until a cycle has ended that had not ended before, well or badly; ever more rarely, every half minute at
 * last.
 *
 * @returns the job, and whether such a cycle has ended in time
 * @throws AbortError when it is cancelled, and what Graph refuses
 */
export async function awaitCycle(options: AwaitCycleOptions): Promise<{ job: GraphJob; ended: boolean }> {
  const { read, before, timeout, progress, signal, now = Date.now, pause = sleep } = options;
  const began = now();
  for (let wait = firstPause; ; wait = Math.min(wait * growth, longestPause)) {
    const job = await read();
    if (hasEnded(job, before)) return { job, ended: true };
    const waited = now() - began;
    if (waited >= timeout) return { job, ended: false };
    progress(job, waited);
    await pause(Math.min(wait, timeout - waited), signal);
  }
}

function hasEnded({ status }: GraphJob, before: GraphJob): boolean {
  const isUnderWay = (status?.progress ?? []).some(
    ({ completedUnits = 0, totalUnits = 0 }) => completedUnits < totalUnits,
  );
  const last = status?.lastExecution;
  const earlier = before.status?.lastExecution;
  const isAnother = last?.activityIdentifier !== earlier?.activityIdentifier || last?.timeEnded !== earlier?.timeEnded;
  return !isUnderWay && last !== null && last !== undefined && isAnother;
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
}
