import type { StatementReference } from "#core/aws/authorization";

/**
 * What a principal may do by one action. `conditional` hangs on condition keys, `open` on documents that nobody has read:
 * what is read grants nothing for sure then.
 */
export interface Grant {
  readonly kind: "none" | "certain" | "conditional" | "open";
  /** Entries of `Resource` on which it holds, as written; `*` stands also for a statement that names none. */
  readonly resources: readonly string[];
  /** Condition keys that decide, in lower case and sorted. */
  readonly keys: readonly string[];
  /** The statements that allow it. */
  readonly statements: readonly StatementReference[];
}

export const noGrant: Grant = { kind: "none", resources: [], keys: [], statements: [] };

export const openGrant: Grant = { kind: "open", resources: [], keys: [], statements: [] };
