import { shown } from "#core/problems";
import { applicationsClauses } from "./applications-clauses";
import { platformNames } from "./aspects";
import { among, anything, type Clause, type Literal, noneOf } from "./clause";
import { filterClauses } from "./device-filter";
import type { Places } from "./places";
import type { Fields } from "./read-fields";
import { usersClauses } from "./users-clauses";

/** The clauses of one condition; what cannot be understood of it is noted as a doubt. */
export type ConditionReader = (conditions: Fields, places: Places) => readonly Clause[];

/** Every condition by its name in Graph. One that is absent says nothing. */
export const conditionReaders: Readonly<Record<string, ConditionReader>> = {
  users: usersClauses,
  clientApplications(conditions) {
    const workloads = conditions.object("clientApplications");
    const included = workloads?.list("includeServicePrincipals") ?? [];
    return included.length > 0 ? [{ anyOf: [], otherwise: "concerns workload identities only" }] : [];
  },
  applications: applicationsClauses,
  clientAppTypes: clientClauses,
  platforms(conditions) {
    const platforms = conditions.object("platforms");
    const known = ["all", ...platformNames.slice(0, -1)];
    const included = platforms?.list("includePlatforms", known) ?? [];
    const excluded = platforms?.list("excludePlatforms", known) ?? [];
    platforms?.doubtUnread();
    if (included.length === 0) return [];
    const meaning = (name: string): Literal => (name === "all" ? anything("platform") : among("platform", [name]));
    return [
      { anyOf: included.map(meaning), otherwise: `only on ${included.join(", ")}` },
      ...noneOf(excluded.map(meaning), ({ values }) => `excludes the platform ${values[0] ?? "all"}`),
    ];
  },
  locations: locationClauses,
  signInRiskLevels: (conditions) => riskClauses(conditions, "signInRiskLevels", "signInRisk", "sign-in risk"),
  userRiskLevels: (conditions) => riskClauses(conditions, "userRiskLevels", "userRisk", "user risk"),
  insiderRiskLevels(conditions) {
    const levels = conditions.joined("insiderRiskLevels", ["none", "minor", "moderate", "elevated"]);
    return only("insiderRisk", levels, `only ${levels.join(", ")} insider risk`);
  },
  servicePrincipalRiskLevels(conditions) {
    const levels = conditions.list("servicePrincipalRiskLevels");
    return levels.length > 0 ? [{ anyOf: [], otherwise: "concerns workload identities only" }] : [];
  },
  devices: deviceClauses,
  authenticationFlows(conditions) {
    const flows = conditions.object("authenticationFlows");
    const known = ["none", "deviceCodeFlow", "authenticationTransfer"];
    const methods = flows?.joined("transferMethods", known).filter((method) => method !== "none") ?? [];
    flows?.doubtUnread();
    return only("flow", methods, `only ${methods.join(", ")}`);
  },
};

function only(aspect: string, values: readonly string[], otherwise: string): readonly Clause[] {
  return values.length > 0 ? [{ anyOf: [among(aspect, values)], otherwise }] : [];
}

/** `hidden` is what a tenant sees that has no licence for risk. */
function riskClauses(conditions: Fields, name: string, aspect: string, text: string): readonly Clause[] {
  const levels = conditions.list(name, ["none", "low", "medium", "high", "hidden"]);
  return only(aspect, levels, `only ${levels.join(", ")} ${text}`);
}

const easPlatforms = ["android", "iOS", "windows", "windowsPhone", "macOS"];
const clients = ["all", "browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "easSupported", "other"];

function clientClauses(conditions: Fields): readonly Clause[] {
  const types = conditions.list("clientAppTypes", clients);
  if (types.length === 0 || types.includes("all")) return [];
  const otherwise = `only ${types.join(", ")} clients`;
  if (!types.includes("easSupported")) return only("client", types, otherwise);
  const withEas = among("client", [...types, "exchangeActiveSync"]);
  return [
    { anyOf: [withEas], otherwise },
    { anyOf: [among("client", types), among("platform", easPlatforms)], otherwise },
  ];
}

function locationClauses(conditions: Fields, places: Places): readonly Clause[] {
  const locations = conditions.object("locations");
  const included = locations?.list("includeLocations") ?? [];
  const excluded = locations?.list("excludeLocations") ?? [];
  locations?.doubtUnread();
  if (included.length === 0) return [];
  const meaning = (id: string): readonly Literal[] => {
    if (id === "All") return [anything("address")];
    return id === "AllTrusted" ? places.trusted : [places.lies(id)];
  };
  const names = included.map((id) => shown(places.nameOf(id))).join(", ");
  return [
    { anyOf: included.flatMap(meaning), otherwise: `only from ${names}` },
    ...excluded.flatMap((id) => noneOf(meaning(id), () => `excludes the location ${shown(places.nameOf(id))}`)),
  ];
}

const deviceStates: ReadonlyMap<string, Literal> = new Map([
  ["All", anything("compliant")],
  ["Compliant", among("compliant", ["yes"])],
  ["DomainJoined", among("hybridJoined", ["yes"])],
]);

function deviceClauses(conditions: Fields): readonly Clause[] {
  const devices = conditions.object("devices");
  if (devices === undefined) return [];
  const meaning = (state: string): readonly Literal[] => [deviceStates.get(state) ?? []].flat();
  const included = devices.list("includeDevices", [...deviceStates.keys()]);
  const excluded = devices.list("excludeDevices", [...deviceStates.keys()]);
  const filter = filterOf(devices);
  devices.doubtUnread();
  return [
    ...(included.length > 0
      ? [{ anyOf: included.flatMap(meaning), otherwise: `only ${included.join(", ")} devices` }]
      : []),
    ...excluded.flatMap((state) => noneOf(meaning(state), () => `excludes ${state} devices`)),
    ...filter,
  ];
}

function filterOf(devices: Fields): readonly Clause[] {
  const filter = devices.object("deviceFilter");
  if (filter === undefined) return [];
  const mode = filter.text("mode");
  const rule = filter.text("rule");
  filter.doubtUnread();
  if (rule === undefined || (mode !== "include" && mode !== "exclude")) {
    filter.doubt("rule", "cannot be read");
    return [];
  }
  const otherwise = `${mode === "include" ? "only" : "excludes"} the devices of the filter ${shown(rule)}`;
  return filterClauses(rule, mode === "exclude").map((anyOf) => ({ anyOf, otherwise, excludes: mode === "exclude" }));
}
