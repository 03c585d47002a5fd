import { refusal } from "../state/refusals";
import type { Parameters } from "./operation";
import { numberParameter } from "./parameters";

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Where the next page begins; absent on the last one. */
  readonly marker: string | undefined;
}

/**
 * One page of a list, in the order of names, as IAM's `Marker` and `MaxItems` ask for it.
 *
 * The marker holds the last name handed out, so that what was made or removed meanwhile shifts nothing.
 */
export function pageOf<Entry extends { readonly name: string; readonly path: string }>(
  all: readonly Entry[],
  parameters: Parameters,
): Page<Entry> {
  const size = numberParameter(parameters, "MaxItems", { min: 1, max: 1000 }) ?? 100;
  const prefix = parameters.get("PathPrefix") ?? "/";
  const after = readMarker(parameters.get("Marker"));
  const rest = all
    .filter(({ path, name }) => path.startsWith(prefix) && (after === undefined || compare(name, after) > 0))
    .sort((a, b) => compare(a.name, b.name));
  const entries = rest.slice(0, size);
  const last = entries.at(-1);
  return { entries, marker: rest.length > size && last ? Buffer.from(last.name).toString("base64url") : undefined };
}

function readMarker(marker: string | undefined): string | undefined {
  if (marker === undefined) return undefined;
  const name = Buffer.from(marker, "base64url").toString();
  if (name === "" || Buffer.from(name).toString("base64url") !== marker) throw refusal("invalidMarker");
  return name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
