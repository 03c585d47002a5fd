export const anySequence: unique symbol = Symbol("*");
export const anyCharacter: unique symbol = Symbol("?");

/** A literal character, or one of the two wildcards. */
export type PatternToken = string | typeof anySequence | typeof anyCharacter;

/**
 * Characters and wildcards apart, so that a literal `*`, from `${*}` or from the value of a policy variable, stays one.
 */
export type Pattern = readonly PatternToken[];

export function literal(text: string): Pattern {
  return Array.from(text);
}

export function parsePattern(text: string): Pattern {
  return Array.from(text, (character) => {
    if (character === "*") return anySequence;
    return character === "?" ? anyCharacter : character;
  });
}

/**
 * Whether the whole text matches: `*` is any run of characters, the empty one too, `?` exactly one.
 *
 * A mismatch goes back to the latest `*` only, which suffices and keeps hostile patterns from exploding.
 */
export function matchesWildcard(pattern: Pattern, text: string): boolean {
  const characters = Array.from(text);
  let position = 0;
  let next = 0;
  let star = -1;
  let resumeAt = 0;
  while (position < characters.length) {
    const token = pattern[next];
    if (token === anySequence) {
      star = next++;
      resumeAt = position;
    } else if (token !== undefined && (token === anyCharacter || token === characters[position])) {
      next++;
      position++;
    } else if (star >= 0) {
      next = star + 1;
      position = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[next] === anySequence) next++;
  return next === pattern.length;
}
