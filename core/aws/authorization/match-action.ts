import { matchesWildcard, parsePattern } from "./match-wildcard";

/** Actions are compared without regard to letter case; wildcards stand anywhere. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(parsePattern(pattern.toLowerCase()), action.toLowerCase());
}
