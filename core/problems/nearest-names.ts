import { distance } from "fastest-levenshtein";

/**
 * The known names that somebody may have meant, nearest first; capitals do not count.
 *
 * @param count The most names to return. @default 3
 */
export function nearestNames(given: string, known: Iterable<string>, count = 3): string[] {
  const wanted = given.toLowerCase();
  // Two slips in a short word, a third of a long one: beyond that a suggestion is a guess.
  const tolerance = Math.max(2, Math.floor(wanted.length / 3));
  return Array.from(known, (name) => ({ name, slips: distance(wanted, name.toLowerCase()) }))
    .filter(({ slips }) => slips <= tolerance)
    .sort((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/** “Did you mean …?” for a remedy, or `undefined` where nothing is near. */
export function didYouMean(
  given: string,
  known: Iterable<string>,
  write: (name: string) => string = String,
): string | undefined {
  const names = nearestNames(given, known).map((name) => write(name));
  return names.length === 0 ? undefined : `did you mean ${names.join(", or ")}?`;
}
