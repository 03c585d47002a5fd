/**
 * What a set of actions is good for: `escalation` gives more permissions, `weakens-limits` takes limits away, `federation`
 * opens or weakens the ways in from outside.
 */
export type EscalationCategory = "escalation" | "weakens-limits" | "federation";

/** Actions that together give what none of them is meant to give. */
export interface EscalationMethod {
  /** As the tools that publish it call it; two variants of a method can share one. */
  readonly name: string;
  /** Id at https://pathfinding.cloud, where it is described there. */
  readonly pathfinding?: string;
  readonly category: EscalationCategory;
  /** As AWS writes them; one with a `*` means that all it matches are allowed. */
  readonly actions: readonly string[];
  /** Services of which one has to be given the role, for `iam:PassRole`. */
  readonly passedTo?: readonly string[];
  /** What the principal does by it; `{role}` stands for the role that it reaches. */
  readonly gains: string;
  /** Nothing is gained where it reaches only the principal itself. @default false */
  readonly onlyForOthers?: boolean;
  /** Something is gained only where a policy denies something. @default false */
  readonly onDeny?: boolean;
}
