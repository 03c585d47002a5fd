import { matchesWildcard, parsePattern, type Pattern } from "#core/aws/authorization";

/**
 * Whether one pattern matches everything that another matches, in which the wildcards are `*` and `?`.
 *
 * A run of wildcards with a `*` in it counts as `*`: nothing that is matched here is as short as the difference. Where a
 * lone `?` meets a wildcard, the answer may be no although it is yes.
 */
export function coversPattern(wide: string, narrow: string): boolean {
  return coverage(wide)(narrow);
}

/** The same for a pattern that is compared with many. */
export function coverage(wide: string): (narrow: string) => boolean {
  const wildcard = wide.search(/[*?]/);
  if (wildcard < 0) return (narrow) => narrow === wide;
  const head = wide.slice(0, wildcard);
  // Most patterns begin otherwise than what they are compared with, and need not be parsed.
  let text: Pattern | undefined;
  let pattern: Pattern | undefined;
  return (narrow) => {
    if (!narrow.startsWith(head)) return false;
    if (!/[*?]/.test(narrow)) return matchesWildcard((text ??= parsePattern(wide)), narrow);
    return matchesWildcard((pattern ??= patternOfPatterns(wide)), narrow);
  };
}

/** Of a pattern, only `*` matches the wildcards, and `?` only another `?`. */
function patternOfPatterns(wide: string): Pattern {
  const [oneCharacter] = parsePattern("?");
  const tokens = parsePattern(wide.replace(/[*?]*\*[*?]*/g, "*"));
  return tokens.map((token) => (token === oneCharacter ? "?" : token));
}
