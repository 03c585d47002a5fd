import { describe, expect, it } from "vitest";
import { awaitCycle } from "./await-cycle";
import type { GraphJob } from "./graph-job";

const execution = (activityIdentifier: string) => ({ activityIdentifier, timeEnded: `end of ${activityIdentifier}` });
const job = (status: NonNullable<GraphJob["status"]>): GraphJob => ({ id: "aws.1", status });
const running = { progress: [{ completedUnits: 3, totalUnits: 10 }] };
const observedAt = (progressObservationDateTime: string) => ({ progressObservationDateTime });

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

  describe("where a cycle was under way before", () => {
    const at = (second: number) => `2026-11-24T18:00:0${second}Z`;
    const before = { ...running, progress: running.progress.map((each) => ({ ...each, ...observedAt(at(3)) })) };
    const ended = (name: string, began: number) => ({ lastExecution: { ...execution(name), timeBegan: at(began) } });

    it("passes over its end, and goes on to the next", async () => {
      const { result, told } = watch([ended("earlier", 1), ended("earlier", 1), ended("asked for", 4)], before);
      expect(await result).toEqual({ job: job(ended("asked for", 4)), ended: true });
      expect(told).toHaveLength(2);
    });

    it("needs no end of it", async () => {
      expect(await watch([ended("asked for", 4)], before).result).toMatchObject({ ended: true });
    });

    it("tells two of the same second apart", async () => {
      const { result, told } = watch([ended("earlier", 3), ended("asked for", 3)], before);
      expect(await result).toEqual({ job: job(ended("asked for", 3)), ended: true });
      expect(told).toHaveLength(1);
    });
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
