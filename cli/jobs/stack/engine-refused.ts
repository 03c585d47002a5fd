import type { PulumiOutcome } from "#engine";

/** What the engine says of a stack beside which a killed one has left a file that ends half-way, see `mendBackend`. */
const isCutOff = /failed to load checkpoint: .*EOF/;

const howToMend = "\nA run that was killed has left a file half written. entra-aws run puts it in order.";

/** The engine refused a step; the message says which, and what the engine said. */
export class EngineRefused extends Error {
  override readonly name = "EngineRefused";

  constructor(step: string, outcome: Pick<PulumiOutcome, "diagnostics" | "stdout" | "stderr">) {
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const said = errors.join("\n") || outcome.stderr.trim() || outcome.stdout.trim();
    super(`pulumi ${step} failed: ${said.replace(/^error: /, "")}${isCutOff.test(said) ? howToMend : ""}`);
  }
}
