import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What one process, with all that it started, has cost. */
export interface Cost {
  /** Wall clock. */
  readonly seconds: number;
  /** CPU, of the process and of every descendant that was waited for. */
  readonly cpuSeconds: number;
  /** The most memory that any one of its Node.js processes had, in MB. */
  readonly nodeMegabytes: number;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Linux counts processor time in hundredths of a second here, whatever the machine. */
const ticksPerSecond = 100;

/** Runs a command to its end and measures it. @throws with what it printed when it fails */
export async function measure({ command, args, cwd, env }: Command): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-bench-"));
  const probe = join(folder, "probe");
  writeFileSync(probe, "");
  const imports = `--import ${pathToFileURL(join(__dirname, "probe.mjs")).href}`;
  try {
    const cpuBefore = childrensCpuSeconds();
    const started = performance.now();
    await run({
      command,
      args,
      cwd,
      env: {
        ...env,
        ENTRA_AWS_BENCH_PROBE: probe,
        NODE_OPTIONS: [env["NODE_OPTIONS"] ?? "", imports].join(" ").trim(),
      },
    });
    const seconds = (performance.now() - started) / 1000;
    const kilobytes = readFileSync(probe, "utf8").split("\n").map(Number);
    return { seconds, cpuSeconds: childrensCpuSeconds() - cpuBefore, nodeMegabytes: Math.max(...kilobytes) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of this process's ended children and theirs: fields 16 and 17 of proc(5)'s stat. */
function childrensCpuSeconds(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function run({ command, args, cwd, env }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    }
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(" ")} ended with ${code ?? "a signal"}:\n${output}`));
    });
  });
}
