import { isRecord, textOf } from "../federation";
import { perStack } from "../stack-facts";
import type { StackResource } from "../stack-resource";
import { plainId } from "./graph-policy";

export const namedLocationType = "azuread:index/namedLocation:NamedLocation";

/** The named locations of the stack in Graph's JSON shape. What a preview does not know of them is left out. */
export const namedLocations = perStack((stack): readonly object[] =>
  stack.ofType(namedLocationType).map((resource) => ({
    id: namedLocationId(resource),
    displayName: textOf(resource, "displayName") ?? resource.name,
    ...byAddress(known(resource, "ip")),
    ...byCountry(known(resource, "country")),
  })),
);

/** Its id; where only the update tells it, its URN, which stands for it in this stack. */
export function namedLocationId(resource: StackResource): string {
  return textOf(resource, "objectId") ?? plainId(textOf(resource, "id") ?? resource.urn);
}

function known(resource: StackResource, property: string): unknown {
  const reading = resource.read(property);
  return reading.kind === "known" ? reading.value : undefined;
}

function byAddress(ip: unknown): object {
  if (!isRecord(ip) || !Array.isArray(ip["ipRanges"])) return {};
  return {
    isTrusted: ip["trusted"] === true,
    ipRanges: ip["ipRanges"].map((cidrAddress: unknown) => ({ cidrAddress })),
  };
}

function byCountry(country: unknown): object {
  if (!isRecord(country)) return {};
  const { countriesAndRegions, includeUnknownCountriesAndRegions, countryLookupMethod } = country;
  return { countriesAndRegions, includeUnknownCountriesAndRegions, countryLookupMethod };
}
