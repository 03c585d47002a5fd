import { refusal } from "../state/refusals";
import type { Parameters } from "./operation";
import { numberParameter } from "./parameters";

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Where the next page begins; absent on the last one. */
  readonly marker: string | undefined;
}

/** How a list is ordered: by what a marker can hold. */
export interface Order<Entry> {
  readonly keyOf: (entry: Entry) => string;
  /** @default the order of characters */
  readonly compare?: (a: string, b: string) => number;
}

/** One page of a list of what has name and path, in the order of names and below the `PathPrefix`. */
export function pageOf<Entry extends { readonly name: string; readonly path: string }>(
  all: readonly Entry[],
  parameters: Parameters,
): Page<Entry> {
  const prefix = parameters.get("PathPrefix") ?? "/";
  return pageBy(
    all.filter(({ path }) => path.startsWith(prefix)),
    parameters,
    { keyOf: ({ name }) => name },
  );
}

/**
 * One page of a list, as IAM's `Marker` and `MaxItems` ask for it.
 *
 * The marker holds the last key handed out, so that what was made or removed meanwhile shifts nothing.
 */
export function pageBy<Entry>(
  all: readonly Entry[],
  parameters: Parameters,
  { keyOf, compare = byCharacters }: Order<Entry>,
): Page<Entry> {
  const size = numberParameter(parameters, "MaxItems", { min: 1, max: 1000 }) ?? 100;
  const after = readMarker(parameters.get("Marker"));
  const rest = all
    .filter((entry) => after === undefined || compare(keyOf(entry), after) > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const entries = rest.slice(0, size);
  const last = entries.at(-1);
  const marker = rest.length > size && last ? Buffer.from(keyOf(last)).toString("base64url") : undefined;
  return { entries, marker };
}

/** The two fields by which a list says whether there is more. */
export function truncation({ marker }: Page<unknown>) {
  return { IsTruncated: marker !== undefined, Marker: marker };
}

function readMarker(marker: string | undefined): string | undefined {
  if (marker === undefined) return undefined;
  const key = Buffer.from(marker, "base64url").toString();
  if (key === "" || Buffer.from(key).toString("base64url") !== marker) throw refusal("invalidMarker");
  return key;
}

function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
