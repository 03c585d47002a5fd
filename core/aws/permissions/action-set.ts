import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import type { Effort } from "./effort";
import { globOf, type Glob } from "./glob";
import { once } from "./once";
import { globsMeet, isCovered } from "./globs-meet";

/** The actions of a statement, made ready to be asked often. */
export interface ActionSet {
  /** Whether each action of the pattern is in the set; an action in lower case is a pattern of one. */
  covers(pattern: string): boolean;
  /** Whether any action of the pattern is in the set. */
  touches(pattern: string): boolean;
}

/** The set of `Action`, or what `NotAction` leaves. */
export function actionSet(listed: readonly string[], isComplement: boolean, effort: Effort): ActionSet {
  const actions = compile(listed, effort);
  if (!isComplement) return actions;
  return {
    covers: (pattern) => !actions.touches(pattern),
    touches: (pattern) => !actions.covers(pattern),
  };
}

function compile(listed: readonly string[], effort: Effort): ActionSet {
  const exact = new Set<string>();
  const wild: WildAction[] = [];
  for (const each of listed) {
    const pattern = each.toLowerCase();
    if (isPattern(pattern)) wild.push(wildAction(pattern));
    else exact.add(pattern);
  }
  const contains = (action: string): boolean => exact.has(action) || wild.some(({ matches }) => matches(action));
  // A list without wildcards holds no pattern's actions, which are without end.
  const near = (asked: string): readonly Glob[] => wild.filter(({ prefix }) => mayMeet(prefix, asked)).map(globOfWild);
  return {
    covers: (asked) => {
      if (!isPattern(asked)) return contains(asked);
      const globs = near(asked);
      return globs.length > 0 && isCovered(globOf(asked), globs, effort);
    },
    touches: (asked) => {
      if (!isPattern(asked)) return contains(asked);
      const { matches } = wildAction(asked);
      return [...exact].some(matches) || near(asked).some((glob) => globsMeet({ all: [globOf(asked), glob] }, effort));
    },
  };
}

interface WildAction {
  readonly pattern: string;
  /** What stands before the first wildcard. */
  readonly prefix: string;
  readonly matches: (action: string) => boolean;
}

/** Most wildcards are one `*` at the end, so that the beginning decides. */
function wildAction(pattern: string): WildAction {
  const prefix = pattern.slice(0, pattern.search(/[*?]/));
  if (pattern.length === prefix.length + 1 && pattern.endsWith("*")) {
    return { pattern, prefix, matches: (action) => action.startsWith(prefix) };
  }
  const parsed = once(() => parsePattern(pattern));
  return { pattern, prefix, matches: (action) => action.startsWith(prefix) && matchesWildcard(parsed(), action) };
}

function globOfWild({ pattern }: WildAction): Glob {
  return globOf(pattern);
}

function mayMeet(prefix: string, asked: string): boolean {
  const other = asked.slice(0, asked.search(/[*?]/));
  return prefix.startsWith(other) || other.startsWith(prefix);
}

function isPattern(action: string): boolean {
  return action.includes("*") || action.includes("?");
}
