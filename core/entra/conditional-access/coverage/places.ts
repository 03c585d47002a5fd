import { addressRange, type AddressRange } from "./address-range";
import { memberOf } from "./aspects";
import { among, type Literal } from "./clause";
import { comparableId } from "./entra-id";
import { isRecord } from "./read-fields";

/** The named locations of a tenant, as statements about the place of a sign-in. */
export interface Places {
  /** A sign-in lies in the location with this id. Of an id that is not known, it may or may not. */
  lies(id: string): Literal;
  /** A sign-in lies in a trusted location, in one way or another. */
  readonly trusted: readonly Literal[];
  nameOf(id: string): string;
}

interface Location {
  readonly id: string;
  readonly name: string;
  readonly isTrusted: boolean;
  readonly ranges: readonly AddressRange[] | undefined;
  readonly countries: readonly string[] | undefined;
}

/** @param given Graph's JSON, of which nothing is trusted: a location that cannot be read is one that is not known */
export function placesOf(given: unknown): Places {
  const locations = new Map<string, Location>();
  for (const each of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const location = readLocation(each);
    if (location !== undefined && !locations.has(location.id)) locations.set(location.id, location);
  }
  const spots = distinctSpots([...locations.values()]);
  const lies = (id: string): Literal => {
    const location = locations.get(comparableId(id));
    if (location?.ranges !== undefined)
      return among("address", spots.filter((spot) => spot.includes(location.id)).map(spotName));
    if (location?.countries !== undefined) return among("country", location.countries);
    return among(memberOf("location", comparableId(id)), ["yes"]);
  };
  const trusted = [...locations.values()].filter(({ isTrusted }) => isTrusted);
  return {
    lies,
    // Addresses that the MFA service trusts are trusted too, and nobody lists these as named locations.
    trusted:
      trusted.length > 0 ? trusted.map(({ id }) => lies(id)) : [among(memberOf("location", "AllTrusted"), ["yes"])],
    nameOf: (id) => locations.get(comparableId(id))?.name ?? id,
  };
}

function readLocation(given: unknown): Location | undefined {
  if (!isRecord(given)) return undefined;
  const { id, displayName, isTrusted, ipRanges, countriesAndRegions, countryLookupMethod } = given;
  if (typeof id !== "string") return undefined;
  const byAddress =
    countryLookupMethod === undefined || countryLookupMethod === null || countryLookupMethod === "clientIpAddress";
  return {
    id: comparableId(id),
    name: typeof displayName === "string" ? displayName : id,
    isTrusted: isTrusted === true,
    ranges: rangesOf(ipRanges),
    countries: byAddress ? countriesOf(countriesAndRegions, given["includeUnknownCountriesAndRegions"]) : undefined,
  };
}

function rangesOf(given: unknown): readonly AddressRange[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const ranges = given.map((range: unknown) => {
    const address = isRecord(range) ? range["cidrAddress"] : undefined;
    return typeof address === "string" ? addressRange(address) : undefined;
  });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function countriesOf(given: unknown, withUnknown: unknown): readonly string[] | undefined {
  if (!Array.isArray(given) || !given.every((code) => typeof code === "string")) return undefined;
  return [...given.map((code: string) => code.toUpperCase()), ...(withUnknown === true ? ["unmapped"] : [])];
}

const spotName = (ids: readonly string[]): string => ids.join(" and ");

/** Every combination of locations that some address lies in. */
function distinctSpots(locations: readonly Location[]): readonly (readonly string[])[] {
  const edges = locations.flatMap(({ id, ranges = [] }) =>
    ranges.flatMap(({ first, last }) => [
      { at: first, id, step: 1 },
      { at: last + 1n, id, step: -1 },
    ]),
  );
  edges.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const depth = new Map<string, number>();
  const spots = new Map<string, readonly string[]>();
  for (const [index, { at, id, step }] of edges.entries()) {
    const now = (depth.get(id) ?? 0) + step;
    if (now === 0) depth.delete(id);
    else depth.set(id, now);
    if (edges[index + 1]?.at === at || depth.size === 0) continue;
    const here = [...depth.keys()].sort();
    spots.set(spotName(here), here);
  }
  return [...spots.values()];
}
