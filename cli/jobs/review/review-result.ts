import type { Finding } from "#policy-packs/rules";

/** A line of a program. */
export interface SourceLocation {
  /** From the project's folder, as `index.ts` or `../shared/roles.ts`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
}

export interface ReviewFinding extends Finding {
  /** `entra-aws`, or the name of another policy pack that took part in the run. */
  readonly pack: string;
  /** The program's line that made the resource, where the run noted one that can be. */
  readonly location?: SourceLocation;
}

/** What a review is of: a preview of its own, or a file. */
export type ReviewedInput = "preview" | "event log" | "preview JSON" | "state";

/** How many findings there are; the waived ones are counted apart and nowhere else. */
export interface ReviewTotals {
  readonly findings: number;
  readonly waived: number;
  readonly byLevel: Readonly<Record<Finding["level"], number>>;
  readonly bySeverity: Readonly<Record<Finding["severity"], number>>;
  readonly byOutcome: Readonly<Record<Finding["outcome"], number>>;
}

/** One review; text, Markdown, SARIF and JSON are forms of it. */
export interface ReviewResult {
  readonly project: string;
  readonly stack: string;
  readonly input: ReviewedInput;
  /** Whether the findings are those that the pack reported during the run, in place of ones worked out here. */
  readonly judgedByPack: boolean;
  /** How many there are, without providers and the stack itself. */
  readonly resources: number;
  /** The project's folder from its repository's root, with `/` at the end; empty where it is the root or there is none. */
  readonly projectPath: string;
  readonly totals: ReviewTotals;
  /** Worst first, without the waived ones. */
  readonly findings: readonly ReviewFinding[];
  readonly waived: readonly ReviewFinding[];
  /** What the stack changes of who may do what; nothing is known of that yet. */
  readonly access?: undefined;
}
