import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunResult } from "#cli/jobs";
import { emulatedProviders } from "../../tools/provider-schemas/emulated-types";
import { cloudsOf } from "./cloud-states";
import { runStackByCommand } from "./entra-aws-run";
import { everyType, everyTypeConfig } from "./every-type";
import { losingFirstResponses, switchableFaults } from "./interruptions";
import { type Workbench, openWorkbench, succeeded } from "./workbench";

/** `aws:iam/role:Role` of `iam/role`. */
const types = emulatedProviders.flatMap(({ name, resources }) =>
  resources.map((resource) => {
    const [module = "", type = ""] = resource.includes("/") ? resource.split("/") : ["index", resource];
    return `${name}:${module}/${type}:${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  }),
);

/** What recovery makes of a create whose response was lost, where it is not imported. */
const notImported = new Map([
  ["aws:iam/accessKey:AccessKey", "removed"],
  ["azuread:index/synchronizationSecret:SynchronizationSecret", "not-made"],
]);

/** Each test goes on from where the one before it ended. */
describe("an engine that is killed when a cloud has done what it has not noted yet", () => {
  let bench: Workbench;
  let [empty, whole]: unknown[] = [];
  const faults = switchableFaults();
  const victim = { project: "every-type", stack: "all" };
  const run = (...args: string[]) => runStackByCommand(bench, "all", args, everyType);

  /** Runs again and again, losing the first response of each type, until a run gets to its end. */
  async function interruptedRuns(method: "create" | "delete", ...args: string[]): Promise<RunResult[]> {
    const lost = new Set<string>();
    const isMeant = (operation: { method: string }): boolean => operation.method === method;
    const results: RunResult[] = [];
    for (;;) {
      faults.set(losingFirstResponses(() => bench, victim, isMeant, lost));
      const { result, stderr } = await run(...args);
      if (result === undefined) throw new Error(stderr);
      results.push(result);
      if (result.outcome.exitCode !== null) return results;
    }
  }

  beforeAll(async () => {
    bench = await openWorkbench({ faults });
    await bench.configure("all", everyTypeConfig(), {}, everyType);
    empty = cloudsOf(bench);
    succeeded(await bench.pulumi("all", ["up", "--yes", "--skip-preview"], everyType));
    whole = cloudsOf(bench);
    succeeded(await bench.pulumi("all", ["destroy", "--yes", "--skip-preview"], everyType));
    expect(cloudsOf(bench)).toEqual(empty);
  });

  afterAll(() => bench.close());

  it("ends in the state of an undisturbed run, nothing doubled, whatever type it was at", async () => {
    const results = await interruptedRuns("create");
    expect(results.at(-1)?.outcome.diagnostics).toEqual([]);
    expect(cloudsOf(bench)).toEqual(whole);

    const settled = results.flatMap(({ recovery }) => recovery.settled);
    expect(settled.map(({ type, was, outcome }) => `${was} ${type}: ${outcome}`).sort()).toEqual(
      types.map((type) => `creating ${type}: ${notImported.get(type) ?? "imported"}`).sort(),
    );
    expect(results.flatMap(({ recovery }) => recovery.freed)).toHaveLength(results.length - 1);
  });

  it("leaves nothing to change", async () => {
    const preview = await bench.pulumi("all", ["preview", "--expect-no-changes"], everyType);
    expect(succeeded(preview).changes).toEqual({ same: types.length + 1 });
  });

  it("removes everything, whatever type it was at", async () => {
    const results = await interruptedRuns("delete", "--destroy");
    expect(results.at(-1)?.outcome.diagnostics).toEqual([]);
    expect(cloudsOf(bench)).toEqual(empty);
    const deleted = new Set(results.flatMap(({ recovery }) => recovery.settled.map(({ type }) => type)));
    // The application takes its certificate along, and the pair of application and service principal goes together.
    expect([...deleted].every((type) => types.includes(type))).toBe(true);
    expect(results.length).toBeGreaterThan(2);
  });
});
