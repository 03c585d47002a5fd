import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sharedRun } from "./shared-run";

/** Stands for the end of one request and the beginning of the next. */
const next = "next request";

/** Which computation answered each of the callers, in order. */
async function answers(...callers: readonly string[]): Promise<number[]> {
  const once = sharedRun<number>();
  let computed = 0;
  const answered: number[] = [];
  for (const caller of callers) {
    if (caller === next) await nextTurn();
    else answered.push(await once(caller, async () => nextTurn(++computed)));
  }
  return answered;
}

describe("sharedRun", () => {
  it("computes once for two callers, in either order", async () => {
    expect(await answers("mandatory", "advisory")).toEqual([1, 1]);
    expect(await answers("advisory", "mandatory")).toEqual([1, 1]);
  });

  it("computes anew for the next stack", async () => {
    expect(await answers("mandatory", "advisory", "mandatory", "advisory")).toEqual([1, 1, 2, 2]);
  });

  it("computes for each stack where one of the two is disabled", async () => {
    expect(await answers("mandatory", next, "mandatory", next, "mandatory")).toEqual([1, 2, 3]);
  });

  it("hands nothing of one request to the next, where the other policy may be disabled", async () => {
    expect(await answers("mandatory", next, "advisory")).toEqual([1, 2]);
  });

  it("computes anew after a computation that failed", async () => {
    const once = sharedRun<string>();
    await expect(once("mandatory", () => Promise.reject(new Error("no data")))).rejects.toThrow("no data");
    await nextTurn();
    expect(await once("advisory", () => Promise.resolve("found"))).toBe("found");
  });
});
