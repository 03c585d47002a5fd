import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PulumiOutcome, stackLocks } from "#engine";
import { runStackByCommand } from "./entra-aws-run";
import { everyType, everyTypeConfig } from "./every-type";
import { switchableFaults } from "./interruptions";
import { type Workbench, openWorkbench, succeeded } from "./workbench";

describe("two runs of one stack at once", () => {
  let bench: Workbench;
  let first: Promise<PulumiOutcome>;
  let goOn: () => void = () => undefined;
  const faults = switchableFaults();
  const second = (args: string[], onProgress?: (text: string) => void) =>
    runStackByCommand(bench, "all", args, everyType, onProgress);

  beforeAll(async () => {
    bench = await openWorkbench({ faults });
    await bench.configure("all", everyTypeConfig(), {}, everyType);
    const allowed = new Promise<void>((resolve) => (goOn = resolve));
    await new Promise<void>((begun) => {
      faults.set({
        onRequest: () => {
          begun();
          return allowed;
        },
      });
      first = bench.pulumi("all", ["up", "--yes", "--skip-preview"], everyType);
    });
  });

  afterAll(() => bench.close());

  it("are one that runs and one that is refused, by the name of the other", async () => {
    const [lock] = stackLocks(join(bench.folder, "backend"), "every-type", "all");
    const { code, stdout, stderr } = await second([]);
    const since = lock?.since.toISOString().replace(/\.\d+Z$/, "Z");
    expect(stderr).toContain(
      "The stack all is held by another run:\n" +
        `  ${userInfo().username}@${hostname()}, process ${lock?.pid}, since ${since}\n`,
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  });

  it("are one after the other, with --wait", async () => {
    const { code, result, stderr } = await second(["--wait"], (text) => {
      if (text.includes("waiting for")) goOn();
    });
    expect(code, stderr).toBe(0);
    succeeded(await first);
    expect(Object.keys(result?.outcome.changes ?? {})).toEqual(["same"]);
    expect(result?.recovery).toEqual({ freed: [], ended: [], settled: [] });
  });
});
