import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchAccountStack } from "./account-stack";
import { renderResults } from "./result";
import { benchTypeCheck } from "./type-check";

/** `npm run bench [-- --out FILE] [--rounds N] [--row N]`: every measured promise, as ratios of one run. */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      rounds: { type: "string", default: "5" },
      row: { type: "string", default: "20" },
    },
  });
  const report = (text: string): void => void process.stderr.write(`${text}\n`);
  const results = [
    ...(await benchAccountStack({ rounds: Number(values.rounds), row: Number(values.row), report })),
    await benchTypeCheck(),
  ];
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(renderResults(results));
}

void bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
