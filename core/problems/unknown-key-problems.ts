import { error, type Problem } from "./problem";
import { didYouMean } from "./nearest-names";
import { shown } from "./shown";

/** One error for each key of an object that nobody reads, with the nearest key that somebody does. */
export function unknownKeyProblems(given: object, known: readonly string[], property: string): Problem[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) =>
      error({
        code: "unknown-key",
        property: property === "" ? key : `${property}.${key}`,
        given: shown(key),
        expected: `one of ${known.join(", ")}`,
        remedy: didYouMean(key, known),
      }),
    );
}
