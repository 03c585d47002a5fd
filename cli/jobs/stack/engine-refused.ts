import type { PulumiOutcome } from "#engine";

/** The engine refused a step; the message says which, and what the engine said. */
export class EngineRefused extends Error {
  override readonly name = "EngineRefused";

  constructor(step: string, outcome: Pick<PulumiOutcome, "diagnostics" | "stdout" | "stderr">) {
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const said = errors.join("\n") || outcome.stderr.trim() || outcome.stdout.trim();
    super(`pulumi ${step} failed: ${said.replace(/^error: /, "")}`);
  }
}
