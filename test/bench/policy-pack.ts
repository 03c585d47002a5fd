import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "#engine";
import { analyzeRequest, analyzeStack, answerOf, stackRequest, startPack, type PackHost } from "../pack-host";
import { bigStack } from "./big-stack";
import { compared, type BenchResult } from "./result";

/** The folder of this project's pack; it runs what is compiled. */
export const ourPack = join(projectRoot(), "policy-packs", "entra-aws");

export interface PackBench {
  readonly rounds: number;
  /** The folder of the pack that is measured, compiled. @default this project's */
  readonly pack?: string;
  readonly report: (text: string) => void;
}

/** What our pack is measured by: one that does nothing, and one whose only policy looks at nothing but the count. */
const references = {
  empty: "",
  counting: `{
    name: "counting", description: "Counts", enforcementLevel: "mandatory",
    validateStack: ({ resources }) => { if (resources.length === 0) throw new Error("nothing is there"); },
  }`,
} as const;

/** How many resources are analysed one after the other, as while a program runs. */
const calls = 200;

/** The most memory that the pack may have over one that does nothing, in MB. */
const budget = 120;

/** The pack as the engine starts it, against packs that do next to nothing. */
export async function benchPolicyPack({ rounds, pack, report }: PackBench): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-bench-"));
  try {
    const folders = {
      ours: pack ?? ourPack,
      empty: writePack(join(folder), "empty"),
      counting: writePack(join(folder), "counting"),
    };
    const costs: Record<keyof typeof folders, PackCost[]> = { ours: [], empty: [], counting: [] };
    const names = Object.keys(folders) as (keyof typeof folders)[];
    for (let round = 0; round <= rounds; round++) {
      // Whoever comes first finds colder caches: they take turns, and the first round only warms them.
      for (const name of round % 2 === 0 ? names : [...names].reverse()) {
        report(`policy pack, ${name}, round ${round} of ${rounds}`);
        const cost = await costOf(folders[name]);
        if (round > 0) costs[name].push(cost);
      }
    }
    return results(costs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function results({ ours, empty, counting }: Record<"ours" | "empty" | "counting", readonly PackCost[]>): BenchResult[] {
  const compare = (
    name: string,
    unit: string,
    limit: number,
    pick: (cost: PackCost) => number,
    reference: readonly PackCost[],
  ): BenchResult => compared(`policy pack, ${name}`, unit, limit, ours.map(pick), reference.map(pick));
  const over = ours.map(({ megabytes }, index) => megabytes - (empty[index]?.megabytes ?? NaN));
  return [
    compare("start", "s", 1.3, ({ start }) => start, empty),
    compare("Analyze, a resource", "ms", 1.5, ({ call }) => call, empty),
    compare("3,000 resources whole", "s", 2, ({ stack }) => stack, counting),
    compared("policy pack, memory over an empty one", "MB", 1, over, [budget]),
  ];
}

interface PackCost {
  /** Seconds from the process's start to its port. */
  readonly start: number;
  /** Milliseconds a resource. */
  readonly call: number;
  /** Seconds for the whole stack. */
  readonly stack: number;
  /** The most that the process had. */
  readonly megabytes: number;
}

async function costOf(folder: string): Promise<PackCost> {
  const started = performance.now();
  const host = await startPack(folder);
  try {
    const start = (performance.now() - started) / 1000;
    const call = (await millisecondsOfCalls(host)) / calls;
    const request = stackRequest(bigStack());
    const asked = performance.now();
    await analyzeStack(host.client, request);
    return { start, call, stack: (performance.now() - asked) / 1000, megabytes: peakMegabytes(host.pid) };
  } finally {
    host.close();
  }
}

async function millisecondsOfCalls({ client }: PackHost): Promise<number> {
  const requests = stackRequest(bigStack().slice(0, calls)).getResourcesList().map(analyzeRequest);
  const asked = performance.now();
  for (const request of requests) await answerOf((callback) => client.analyze(request, callback));
  return performance.now() - asked;
}

/** proc(5): the peak of the resident set, in kB. */
function peakMegabytes(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

function writePack(parent: string, name: keyof typeof references): string {
  const folder = mkdtempSync(join(parent, `${name}-`));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  const program = `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack(${JSON.stringify(name)}, { policies: [${references[name]}] });
`;
  writeFileSync(join(folder, "index.js"), program);
  symlinkSync(join(projectRoot(), "node_modules"), join(folder, "node_modules"));
  return folder;
}
