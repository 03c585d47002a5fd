import { error } from "#core/problems";
import type { Problem } from "../core/problems";

/**
 * Settings that were given for something that is there already, of which nothing is changed.
 * @param argument by which the existing thing was given
 */
export function settingsOfExistingProblems(
  settings: Readonly<Record<string, unknown>>,
  argument: string,
  property = "",
): Problem[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name]) =>
      error({
        code: "setting-of-existing-thing",
        property: property === "" ? name : `${property}.${name}`,
        given: `a value beside ${argument}`,
        expected: "nothing: what is there already stays as it is",
        remedy: `leave it out, or leave ${argument} out to have a new one made`,
      }),
    );
}
