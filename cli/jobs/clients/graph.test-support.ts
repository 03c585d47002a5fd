import { spawn } from "node:child_process";
import { join } from "node:path";

/** What a process that signs in to Graph ended with. */
export interface GraphRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program that has `openGraph` in a process of its own: `NODE_EXTRA_CA_CERTS` is only read when Node starts.
 *
 * @param environment all that the process has, besides what finds programs
 */
export function runWithGraph(program: string, environment: Record<string, string>): Promise<GraphRun> {
  const root = join(__dirname, "../../..");
  const source = `const { openGraph } = require(${JSON.stringify(join(__dirname, "graph.ts"))});
    (async () => { ${program} })().catch((error) => { console.log(error.name + ": " + error.message); process.exitCode = 4; });`;
  const flags = ["--import", "tsx", "--conditions=entra-aws-source", "--input-type=commonjs", "--eval", source];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, flags, {
      cwd: root,
      env: { PATH: process.env["PATH"], HOME: join(root, "node_modules", ".none"), ...environment },
    });
    const text = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (text.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text.stderr += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, ...text });
    });
  });
}
