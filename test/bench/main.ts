import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchAccountStack } from "./account-stack";
import { compareWithAwsguard } from "./awsguard";
import { benchEscalation } from "./escalation";
import { benchPolicyPack, ourPack } from "./policy-pack";
import { type BenchResult, renderResults } from "./result";
import { benchTypeCheck } from "./type-check";

/**
 * `npm run bench [-- --out FILE] [--rounds N] [--row N] [--awsguard]`: every measured promise, as ratios of one run.
 * With `--awsguard` also a table against that pack, which is installed for it.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      rounds: { type: "string", default: "5" },
      row: { type: "string", default: "20" },
      awsguard: { type: "boolean", default: false },
    },
  });
  const report = (text: string): void => void process.stderr.write(`${text}\n`);
  const results: BenchResult[] = [];
  // Written part by part: what fails late takes nothing with it.
  const record = (measured: readonly BenchResult[]): void => {
    results.push(...measured);
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(results, undefined, 2)}\n`);
  };
  record(await benchAccountStack({ rounds: Number(values.rounds), row: Number(values.row), report }));
  record(await benchPolicyPack({ rounds: Number(values.rounds), report }));
  record(await benchEscalation(report));
  record([await benchTypeCheck()]);
  process.stdout.write(renderResults(results));
  if (values.awsguard) process.stdout.write(`\n${await compareWithAwsguard(ourPack)}\n`);
}

void bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
