import { join } from "node:path";
import { projectRoot } from "#engine";
import { measure } from "./measure";
import { type BenchResult, compared } from "./result";

/** What a type check of the sources may need, in MB. */
const budget = 800;

/** The type check of what ships, as an editor does it, against its budget; tests are a program of their own. */
export async function benchTypeCheck(): Promise<BenchResult> {
  const tsc = join(projectRoot(), "node_modules", "typescript", "bin", "tsc");
  const command = { command: process.execPath, args: [tsc, "--noEmit"], cwd: projectRoot(), env: process.env };
  const { nodeMegabytes } = await measure(command);
  return compared("tsc --noEmit, peak memory", "MB", 1, [nodeMegabytes], [budget]);
}
