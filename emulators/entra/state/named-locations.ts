import { refusal } from "./errors";
import { find, get, take } from "./lookup";
import type { NamedLocation, Tenant } from "./model";
import { timestamp, type Step } from "./step";

type Kinds<Location> = Location extends unknown ? Omit<Location, "id" | "createdDateTime" | "modifiedDateTime"> : never;

/** An IP location (CIDR ranges) or a country location. */
export type NamedLocationInput = Kinds<NamedLocation>;

export function createNamedLocation(tenant: Tenant, input: NamedLocationInput, step: Step): NamedLocation {
  checkRanges(input);
  const moment = timestamp(step.now);
  const location: NamedLocation = {
    ...structuredClone(input),
    id: step.newId(),
    createdDateTime: moment,
    modifiedDateTime: moment,
  };
  tenant.namedLocations.push(location);
  return location;
}

export function findNamedLocation(tenant: Tenant, id: string): NamedLocation | undefined {
  return find(tenant.namedLocations, id);
}

export function updateNamedLocation(
  tenant: Tenant,
  input: { id: string; settings: NamedLocationInput },
  step: Step,
): NamedLocation {
  const location = get(tenant.namedLocations, input.id);
  if (location.kind !== input.settings.kind) {
    throw refusal("invalidValue", { property: "@odata.type", resource: "namedLocation" });
  }
  checkRanges(input.settings);
  return Object.assign(location, structuredClone(input.settings), { modifiedDateTime: timestamp(step.now) });
}

/** DELETE: refused while it is trusted or a policy names it. */
export function deleteNamedLocation(tenant: Tenant, id: string): void {
  const location = get(tenant.namedLocations, id);
  if (location.kind === "ip" && location.isTrusted) throw refusal("trustedLocation");
  const user = tenant.conditionalAccessPolicies.find(({ conditions: { locations } }) =>
    [...(locations?.includeLocations ?? []), ...(locations?.excludeLocations ?? [])].includes(location.id),
  );
  if (user) throw refusal("locationInUse", { id: location.id, policy: user.displayName });
  take(tenant.namedLocations, location.id);
}

function checkRanges(input: NamedLocationInput): void {
  if (input.kind === "ip" && (input.ipRanges.length === 0 || !input.ipRanges.every(isCidr))) {
    throw refusal("invalidValue", { property: "ipRanges", resource: "ipNamedLocation" });
  }
}

function isCidr(range: string): boolean {
  const [address = "", prefix = ""] = range.split("/");
  const width = address.includes(":") ? 128 : 32;
  return /^[0-9a-f.:]+$/i.test(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) >= 8 && Number(prefix) <= width;
}
