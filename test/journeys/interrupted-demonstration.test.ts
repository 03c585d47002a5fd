import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { runDemo } from "#cli/jobs";
import { stackLocks } from "#engine";
import { checkpointOf } from "./interruptions";

const folder = mkdtempSync(join(tmpdir(), "entra-aws-interrupted-demonstration-"));
const victim = { project: "entra-aws", stack: "account1" };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the engine once it has begun something in a cloud. */
async function killOnceUnderWay(): Promise<void> {
  for (let tries = 0; tries < 12_000; tries += 1) {
    const [lock] = stackLocks(join(folder, "backend"), victim.project, victim.stack);
    if (lock !== undefined && (checkpointOf({ folder }, victim).pending_operations ?? []).length > 0) {
      process.kill(lock.pid, "SIGKILL");
      return;
    }
    await pause(10);
  }
  throw new Error("The demonstration has begun nothing within two minutes.");
}

describe("npm start, after it was killed", () => {
  it("puts in order what it had begun, and ends as ever", async () => {
    const killed = runDemo({ folder }, () => undefined);
    await Promise.all([expect(killed).rejects.toThrow("of account1 failed"), killOnceUnderWay()]);

    const { ups, asExpected } = await runDemo({ folder }, () => undefined);
    expect(asExpected).toBe(true);
    expect(ups[0]?.recovery?.freed.map(({ holder }) => holder)).toEqual(["gone"]);
    expect(ups[0]?.outcome.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(ups[1]?.recovery).toBeUndefined();
  });
});
