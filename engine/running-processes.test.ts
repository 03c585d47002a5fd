import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { endLeftovers, engineMark, stillRuns } from "./running-processes";

const started: ChildProcess[] = [];

afterEach(() => {
  for (const { pid } of started.splice(0)) {
    if (pid !== undefined) endSession(pid);
  }
});

function endSession(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // All of it has ended.
  }
}

/** A process with a session of its own, and the number of a child of it. */
async function leaderWithChild(
  mark: object = engineMark,
): Promise<{ leader: ChildProcess & { pid: number }; child: number }> {
  const script = "sleep 600 & echo $!; wait";
  const leader = spawn("sh", ["-c", script], {
    detached: true,
    env: { ...process.env, ...mark },
    stdio: ["ignore", "pipe", "ignore"],
  });
  started.push(leader);
  const told = await new Promise<string>((resolve) => {
    leader.stdout.once("data", (data: Buffer) => {
      resolve(data.toString());
    });
  });
  return { leader: leader as ChildProcess & { pid: number }, child: Number(told) };
}

function killed(leader: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    leader.once("exit", () => {
      resolve();
    });
    leader.kill("SIGKILL");
  });
}

const now = (): Date => new Date();

describe("stillRuns", () => {
  it("is true of a process that ran then", () => {
    expect(stillRuns(process.pid, now())).toBe(true);
  });

  it("is false of a number that nobody has", () => {
    expect(stillRuns(999_999_999, now())).toBe(false);
  });

  it("is false of a process that began later: it only has the number", () => {
    expect(stillRuns(process.pid, new Date("2020-01-01T00:00:00Z"))).toBe(false);
  });
});

describe.runIf(existsSync("/proc/self/stat"))("endLeftovers", () => {
  it("ends nobody while the session's leader runs", async () => {
    const { leader, child } = await leaderWithChild();
    expect(endLeftovers(leader.pid)).toEqual([]);
    expect(stillRuns(child, now())).toBe(true);
    await killed(leader);
  });

  it("ends what a leader left that was killed, and nobody else", async () => {
    const [gone, other] = [await leaderWithChild(), await leaderWithChild()];
    await killed(gone.leader);
    expect(endLeftovers(gone.leader.pid)).toEqual([gone.child]);
    await expect.poll(() => stillRuns(gone.child, now())).toBe(false);
    expect(stillRuns(other.child, now())).toBe(true);
    await killed(other.leader);
  });

  it("ends nobody of a session that has got the number since: what it left was not started by an engine", async () => {
    const { leader, child } = await leaderWithChild({});
    await killed(leader);
    expect(endLeftovers(leader.pid)).toEqual([]);
    expect(stillRuns(child, now())).toBe(true);
  });

  it("ends nobody of a number that never was a leader", () => {
    expect(endLeftovers(999_999_999)).toEqual([]);
  });
});
