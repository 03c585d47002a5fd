import type { PolicyDocument, Statement } from "#core/aws/policy";
import { coversAction, isEveryAction, prefixOf } from "./action-patterns";
import { isEveryResource } from "./resource-reach";
import { isTagged } from "./statements";

/** A statement by the positions of its document and of itself. */
export interface StatementPlace {
  readonly document: number;
  readonly statement: number;
}

interface Grant extends StatementPlace {
  readonly Action: readonly string[];
  readonly NotAction: readonly string[] | undefined;
}

/**
 * The statements with which documents together allow everything on everything, or everything but a rest from which
 * nothing is missing in IAM, so that whoever has it can give itself the rest.
 *
 * `NotAction` counts with what other statements add to it: `NotAction: iam:*` beside `Action: iam:*` is everything. A
 * condition on a resource's tag makes a statement count for nothing; others leave it what it is. Deny counts where it
 * is without condition, on everything, and on all of IAM.
 *
 * @returns nothing where it is less.
 */
export function everythingAllowed(documents: readonly PolicyDocument[]): readonly StatementPlace[] | undefined {
  if (documents.some(({ Statement }) => Statement.some(deniesIam))) return undefined;
  const grants = documents.flatMap(grantsOf);
  const whole = grants.find(({ Action }) => Action.some(isEveryAction));
  if (whole !== undefined) return [placeOf(whole)];
  for (const grant of grants) {
    if (grant.NotAction === undefined) continue;
    const others = grants.filter((other) => other !== grant);
    const excluded = grant.NotAction.filter((pattern) => reachesIam(pattern));
    const adding = excluded.map((pattern) => others.find((other) => adds(other, pattern)));
    if (adding.every((other) => other !== undefined)) return [...new Set([grant, ...adding])].map(placeOf);
  }
  return undefined;
}

function placeOf({ document, statement }: StatementPlace): StatementPlace {
  return { document, statement };
}

function grantsOf({ Statement }: PolicyDocument, document: number): readonly Grant[] {
  return Statement.flatMap((each, statement) =>
    each.Effect === "Allow" && isOnEverything(each) && !isTagged(each)
      ? [{ document, statement, Action: each.Action ?? [], NotAction: each.NotAction }]
      : [],
  );
}

function isOnEverything({ Resource = [], NotResource }: Statement): boolean {
  return NotResource !== undefined || Resource.some(isEveryResource);
}

/** Whether a statement allows all that a pattern excludes from another. */
function adds({ Action, NotAction }: Grant, pattern: string): boolean {
  if (Action.some((wide) => coversAction(wide, pattern))) return true;
  return NotAction?.every((excluded) => prefixesDiffer(excluded, pattern)) ?? false;
}

function prefixesDiffer(one: string, other: string): boolean {
  const prefixes = [prefixOf(one), prefixOf(other)];
  return prefixes.every((prefix) => /^[^*?]+$/.test(prefix)) && prefixes[0] !== prefixes[1];
}

function reachesIam(pattern: string): boolean {
  return isEveryAction(pattern) || coversAction(`${prefixOf(pattern)}:*`, "iam:*");
}

function deniesIam(statement: Statement): boolean {
  if (statement.Effect === "Allow" || statement.Condition !== undefined || !isOnEverything(statement)) return false;
  if (statement.NotAction !== undefined) return !statement.NotAction.some(reachesIam);
  return (statement.Action ?? []).some((pattern) => coversAction(pattern, "iam:*"));
}
