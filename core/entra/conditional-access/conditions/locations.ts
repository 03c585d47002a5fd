import { matchesCidr } from "#core/aws/authorization";
import { anyOf, except, membership, type Membership } from "../membership";
import type { NamedLocation } from "../policy";
import type { SignIn, TenantLocations } from "../sign-in";
import type { Condition } from "./condition";

/** Named locations by id, `AllTrusted` for those marked trusted, `All` for anywhere. */
export const locations: Condition = {
  name: "locations",
  evaluate({ locations }, signIn, tenant) {
    const included = locations?.includeLocations ?? [];
    if (included.length === 0) return "yes";
    return except(among(included, signIn, tenant), among(locations?.excludeLocations ?? [], signIn, tenant));
  },
};

function among(list: readonly string[], signIn: SignIn, { namedLocations }: TenantLocations): Membership {
  return anyOf(
    ...list.map((name): Membership => {
      if (name === "All") return "yes";
      if (name === "AllTrusted") {
        return anyOf(...namedLocations.filter(({ isTrusted }) => isTrusted).map((each) => lies(signIn, each)));
      }
      const location = namedLocations.find(({ id }) => id === name);
      return location ? lies(signIn, location) : { open: [`namedLocation ${name}`] };
    }),
  );
}

function lies({ ipAddress, country }: SignIn, location: NamedLocation): Membership {
  const { ipRanges, countriesAndRegions, includeUnknownCountriesAndRegions } = location;
  if (ipRanges) {
    if (ipAddress === undefined) return { open: ["ipAddress"] };
    return membership(ipRanges.some(({ cidrAddress }) => matchesCidr(cidrAddress, ipAddress)));
  }
  if (country === undefined) return { open: ["country"] };
  if (country === "unmapped") return membership(includeUnknownCountriesAndRegions ?? false);
  return membership(countriesAndRegions?.includes(country) ?? false);
}
