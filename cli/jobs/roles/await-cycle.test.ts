import { describe, expect, it } from "vitest";
import { awaitCycle } from "./await-cycle";
import type { GraphJob } from "./graph-job";

const execution = (activityIdentifier: string) => ({ activityIdentifier, timeEnded: `end of ${activityIdentifier}` });
const job = (status: NonNullable<GraphJob["status"]>): GraphJob => ({ id: "aws.1", status });
const running = { progress: [{ completedUnits: 3, totalUnits: 10 }] };

/** Looks at these states in turn, the last one for ever; pauses pass at once and are written down. */
function watch(
  states: NonNullable<GraphJob["status"]>[],
  before: NonNullable<GraphJob["status"]> = {},
  timeout = 60_000,
) {
  const pauses: number[] = [];
  const told: number[] = [];
  let looks = 0;
  let clock = 0;
  const result = awaitCycle({
    read: () => Promise.resolve(job(states[Math.min(looks++, states.length - 1)] ?? {})),
    before: job(before),
    timeout,
    progress: (_job, waited) => told.push(waited),
    now: () => clock,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      clock += milliseconds;
      return Promise.resolve();
    },
  });
  return { result, pauses, told };
}

describe("awaitCycle", () => {
  it("ends with a cycle that had not ended before, and not while it is under way", async () => {
    const before = { lastExecution: execution("old") };
    const done = { lastExecution: execution("new"), progress: [] };
    const { result, told } = watch([before, { ...before, ...running }, { ...done, ...running }, done], before);
    expect(await result).toEqual({ job: job(done), ended: true });
    expect(told).toHaveLength(3);
  });

  it("ends with a cycle that failed, too", async () => {
    const done = { code: "Quarantine" as const, lastExecution: execution("failed") };
    expect(await watch([{ lastExecution: null }, done]).result).toEqual({ job: job(done), ended: true });
  });

  it("takes progress that is complete for none", async () => {
    const done = { lastExecution: execution("new"), progress: [{ completedUnits: 10, totalUnits: 10 }] };
    expect(await watch([done]).result).toMatchObject({ ended: true });
  });

  it("looks ever more rarely, every half minute at last, and gives up exactly at the time that it was given", async () => {
    const { result, pauses } = watch([{}], {}, 120_000);
    expect(await result).toMatchObject({ ended: false });
    expect(pauses.slice(0, 3)).toEqual([500, 750, 1125]);
    expect(Math.max(...pauses)).toBe(30_000);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(120_000);
  });

  it("stops at once when it is cancelled", async () => {
    const cancel = new AbortController();
    const waiting = awaitCycle({
      read: () => Promise.resolve(job({})),
      before: job({}),
      timeout: 3_600_000,
      progress: () => {
        cancel.abort();
      },
      signal: cancel.signal,
    });
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });
});
