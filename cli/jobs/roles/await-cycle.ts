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
 * Looks at a job until a cycle has ended that had not begun before, well or badly; ever more rarely, every half minute at
 * last. The end of a cycle that was under way before is passed over: it may have read the account long ago. Whether a
 * restart ends such a cycle no source says, so it may never end, or end after the restart.
 *
 * @returns the job, and whether such a cycle has ended in time
 * @throws AbortError when it is cancelled, and what Graph refuses
 */
export async function awaitCycle(options: AwaitCycleOptions): Promise<{ job: GraphJob; ended: boolean }> {
  const { read, before, timeout, progress, signal, now = Date.now, pause = sleep } = options;
  const began = now();
  const isNew = newExecution(before);
  for (let wait = firstPause; ; wait = Math.min(wait * growth, longestPause)) {
    const job = await read();
    if (!isUnderWay(job) && isNew(job)) return { job, ended: true };
    const waited = now() - began;
    if (waited >= timeout) return { job, ended: false };
    progress(job, waited);
    await pause(Math.min(wait, timeout - waited), signal);
  }
}

function isUnderWay({ status }: GraphJob): boolean {
  return (status?.progress ?? []).some(({ completedUnits = 0, totalUnits = 0 }) => completedUnits < totalUnits);
}

/** Whether a job's last execution began after it was looked at before. All times are of Graph's clock. */
function newExecution(before: GraphJob): (job: GraphJob) => boolean {
  const earlier = before.status?.lastExecution;
  const observed = (before.status?.progress ?? []).map((each) => Date.parse(each.progressObservationDateTime ?? ""));
  const underWayAt = isUnderWay(before) ? Math.max(...observed) : Number.NaN;
  let passedOver: string | undefined;
  return ({ status }) => {
    const last = status?.lastExecution;
    if (last === null || last === undefined) return false;
    const id = `${last.activityIdentifier ?? ""} ${last.timeEnded ?? ""}`;
    if (id === `${earlier?.activityIdentifier ?? ""} ${earlier?.timeEnded ?? ""}`) return false;
    // Times are told in seconds: of two ends within one, the second is the new cycle's.
    const mayBeEarlier = Date.parse(last.timeBegan ?? "") <= underWayAt;
    if (!mayBeEarlier || (passedOver !== undefined && passedOver !== id)) return true;
    passedOver = id;
    return false;
  };
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
}
