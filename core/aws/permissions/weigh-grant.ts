import type { CompiledStatement } from "./compile-statement";
import type { Prospect } from "./condition-prospect";
import type { Effort } from "./effort";
import { noGrant, type Grant } from "./grant";
import { usableResources, type Target } from "./usable-resources";

/** A statement that speaks of an action and whose condition can hold. */
export interface Hopeful {
  readonly statement: CompiledStatement;
  readonly prospect: Exclude<Prospect, "never">;
}

/** Everything that speaks of one action. */
export interface Weighed {
  readonly allows: readonly Hopeful[];
  readonly denies: readonly Hopeful[];
  /** What the permissions boundary allows. @default there is none */
  readonly within: readonly Hopeful[] | undefined;
}

/** First what holds whoever calls, against every Deny that might apply; then what may hold, against those that always do. */
export function weighGrant({ allows, denies, within }: Weighed, targets: readonly Target[], effort: Effort): Grant {
  const certain = allowedBy({ allows: allows.filter(isSure), denies, within: within?.filter(isSure) }, targets, effort);
  if (certain.statements.length > 0) return { kind: "certain", keys: [], ...certain };
  const every = [...allows, ...denies, ...(within ?? [])];
  if (every.every(isSure)) return noGrant;
  const possible = allowedBy({ allows, denies: denies.filter(isSure), within }, targets, effort);
  if (possible.statements.length === 0) return noGrant;
  const keys = every.flatMap(({ prospect }) => (prospect === "always" ? [] : prospect.keys));
  return { kind: "conditional", keys: [...new Set(keys)].sort(), ...possible };
}

function allowedBy(
  { allows, denies, within }: Weighed,
  targets: readonly Target[],
  effort: Effort,
): Pick<Grant, "resources" | "statements"> {
  if (allows.length === 0) return { resources: [], statements: [] };
  const limits = { denies: denies.map(statementOf), boundary: within?.map(statementOf) };
  const found = allows
    .map(({ statement }) => ({ statement, usable: usableResources(statement, limits, targets, effort) }))
    .filter(({ usable }) => usable.length > 0);
  return {
    resources: [...new Set(found.flatMap(({ usable }) => usable))],
    statements: found.map(({ statement }) => statement.reference),
  };
}

function isSure({ prospect }: Hopeful): boolean {
  return prospect === "always";
}

function statementOf({ statement }: Hopeful): CompiledStatement {
  return statement;
}
