import type { Severity } from "#policy-packs/rules";

export interface DocumentLineFinding {
  /** Id of a rule of the pack. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** From the line's document on: `Statement[0].Action[1]`; of several documents `documents[1].Statement[0]`. */
  readonly path: string;
}

/** The answer to one line about policy documents. */
export interface DocumentAnswer {
  /** As the line has it; `null` where it has none. */
  readonly id: unknown;
  /** Only where the line itself cannot be read. */
  readonly error?: string;
  readonly findings: readonly DocumentLineFinding[];
  /** Whether the documents together let their principal gain permissions; `null` where one cannot be read. */
  readonly escalates: boolean | null;
  /** Names of the methods, each once. */
  readonly methods: readonly string[];
}
