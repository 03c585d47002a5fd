import type { Inputs } from "#emulators/wire/pulumi-provider";

import { optionalText } from "./inputs";
import { providerRefusal } from "./refusals";

/** One way to find a thing: the argument, what a message calls it, and the comparison. */
export interface LookupKey<Item> {
  argument: string;
  label: string;
  matches: (item: Item, wanted: string) => boolean;
}

/**
 * Finds the one thing that a lookup means.
 * @throws when no argument is given, nothing is found, or several are
 */
export function lookupBy<Item>(
  kind: string,
  items: readonly Item[],
  keys: readonly LookupKey<Item>[],
  inputs: Inputs,
): Item {
  for (const { argument, label, matches } of keys) {
    const wanted = optionalText(inputs, argument);
    if (wanted === undefined) continue;
    const what = `${kind} with ${label} "${wanted}"`;
    const [found, another] = items.filter((item) => matches(item, wanted));
    if (found === undefined) throw providerRefusal("lookupFailed", { what });
    if (another !== undefined) throw providerRefusal("lookupAmbiguous", { what });
    return found;
  }
  throw providerRefusal("lookupWithout", { names: keys.map(({ argument }) => argument).join(", ") });
}
