import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PulumiOutcome } from "#engine";
import { cloudsOf } from "./cloud-states";
import { runStackByCommand } from "./entra-aws-run";
import { everyType, everyTypeConfig } from "./every-type";
import { killEngine, switchableFaults } from "./interruptions";
import { type Workbench, openWorkbench, succeeded } from "./workbench";

/** After each kind of failure half-way, everything that was made is removed again. */
describe("destroy after a run that failed half-way", () => {
  let bench: Workbench;
  let empty: unknown;
  const faults = switchableFaults();
  const up = (stack: string): Promise<PulumiOutcome> =>
    bench.pulumi(stack, ["up", "--yes", "--skip-preview"], everyType);
  const errorsOf = ({ diagnostics }: PulumiOutcome): string => diagnostics.map(({ message }) => message).join("\n");

  beforeAll(async () => {
    bench = await openWorkbench({ faults });
    await bench.configure("one", everyTypeConfig(), {}, everyType);
    await bench.configure("other", everyTypeConfig(), {}, everyType);
    empty = cloudsOf(bench);
  });

  beforeEach(() => {
    faults.set({});
  });

  afterAll(() => bench.close());

  async function destroyed(stack: string): Promise<void> {
    const { code, stderr, result } = await runStackByCommand(bench, stack, ["--destroy"], everyType);
    expect(code, `${stderr}\n${JSON.stringify(result?.outcome.diagnostics)}`).toBe(0);
  }

  it("leaves two empty clouds when a permission was missing", async () => {
    faults.set({
      onRequest: ({ method, type }) =>
        method === "create" && type === "aws:iam/role:Role"
          ? Promise.reject(new Error("AccessDenied: not authorized to perform iam:CreateRole"))
          : Promise.resolve(),
    });
    const outcome = await up("one");
    expect(outcome.succeeded).toBe(false);
    expect(errorsOf(outcome)).toContain("not authorized to perform iam:CreateRole");
    expect(cloudsOf(bench)).not.toEqual(empty);
    faults.set({});
    await destroyed("one");
    expect(cloudsOf(bench)).toEqual(empty);
  });

  it("leaves two empty clouds when the engine was killed", async () => {
    faults.set({
      onResponse: ({ method, type }) => {
        if (method === "create" && type === "aws:iam/role:Role") {
          killEngine(bench, { project: "every-type", stack: "one" });
        }
        return Promise.resolve();
      },
    });
    expect((await up("one")).exitCode).toBeNull();
    expect(cloudsOf(bench)).not.toEqual(empty);
    faults.set({});
    await destroyed("one");
    expect(cloudsOf(bench)).toEqual(empty);
  });

  it("leaves what another stack has when names were taken, and then nothing", async () => {
    succeeded(await up("one"));
    const whole = cloudsOf(bench);
    const outcome = await up("other");
    expect(outcome.succeeded).toBe(false);
    expect(errorsOf(outcome)).toMatch(/already exists/);
    await destroyed("other");
    expect(cloudsOf(bench)).toEqual(whole);
    await destroyed("one");
    expect(cloudsOf(bench)).toEqual(empty);
  });
});
