import { shown } from "#core/problems";
import type { Clause } from "./clause";
import { conditionReaders } from "./condition-clauses";
import { isDemand, grantClauses } from "./grant-clauses";
import type { Places } from "./places";
import type { CoverageTerms } from "./question";
import { isRecord, readFields } from "./read-fields";
import { sessionClauses } from "./session-clauses";

/** The sign-ins for which a policy sees to what is demanded. */
export interface PolicyRegion {
  /** In quotes where it is the policy's own. */
  readonly name: string;
  /** Why the policy counts for nothing. */
  readonly ignored: string | undefined;
  /** All that is known to narrow it; with doubts, it may be narrower. */
  readonly clauses: readonly Clause[];
  /** What of it cannot be understood; it may then reach nobody. */
  readonly doubts: readonly string[];
}

const ignoredStates: ReadonlyMap<string | undefined, string> = new Map([
  ["disabled", "is disabled"],
  ["enabledForReportingButNotEnforced", "is report-only"],
]);

/**
 * Reads one policy in Graph's JSON shape, of which nothing is trusted.
 * @param index by which a policy without a name is told
 */
export function policyRegion(
  given: unknown,
  index: number,
  demand: CoverageTerms["demand"],
  places: Places,
): PolicyRegion {
  if (!isRecord(given))
    return { name: `number ${index + 1}`, ignored: undefined, clauses: [], doubts: ["is not an object"] };
  const doubts: string[] = [];
  const policy = readFields(given, "", doubts);
  const name = textOf(given["displayName"]) ?? textOf(given["id"]);
  const state = policy.text("state");
  const ignored = ignoredStates.get(state);
  if (ignored === undefined && state !== "enabled")
    policy.doubt("state", `is ${shown(state)}, of which nothing is known`);
  return {
    name: name === undefined ? `number ${index + 1}` : shown(name),
    ignored,
    clauses: [
      ...conditionsClauses(given["conditions"], places, doubts),
      ...readSurely(doubts, (own) => {
        const fields = readFields(given, "", own);
        return isDemand(demand) ? grantClauses(fields, demand) : sessionClauses(fields, demand);
      }),
    ],
    doubts,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function conditionsClauses(conditions: unknown, places: Places, doubts: string[]): readonly Clause[] {
  if (!isRecord(conditions)) {
    doubts.push("conditions is missing");
    return [];
  }
  const clauses = Object.values(conditionReaders).flatMap((read) =>
    readSurely(doubts, (own) => read(readFields(conditions, "conditions", own), places)),
  );
  const unknown = Object.fromEntries(
    Object.entries(conditions).filter(([name]) => !Object.hasOwn(conditionReaders, name)),
  );
  readFields(unknown, "conditions", doubts).doubtUnread();
  return clauses;
}

/** Of a part that is not wholly understood nothing is held against the policy: it is in doubt as a whole. */
function readSurely(doubts: string[], read: (own: string[]) => readonly Clause[]): readonly Clause[] {
  const own: string[] = [];
  const clauses = read(own);
  doubts.push(...own);
  return own.length === 0 ? clauses : [];
}
