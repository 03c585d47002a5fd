import { isRecord } from "../federation";

/** An object of azuread in Graph's words: names by a table, the rest as it is, for the evaluator to doubt. */
type Words = Readonly<Record<string, string | readonly [name: string, value: (given: unknown) => unknown]>>;

function inGraph(given: unknown, words: Words): unknown {
  if (!isRecord(given)) return given;
  const table = new Map(Object.entries(words));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const word = table.get(name) ?? name;
      return typeof word === "string" ? [word, value] : [word[0], word[1](value)];
    }),
  );
}

const joined = (given: unknown): unknown =>
  Array.isArray(given) && given.every((each) => typeof each === "string") ? given.join(",") : given;
const only = (given: unknown): unknown => (Array.isArray(given) ? (given as readonly unknown[])[0] : given);

const guests = (given: unknown): unknown =>
  inGraph(only(given), {
    guestOrExternalUserTypes: ["guestOrExternalUserTypes", joined],
    externalTenants: ["externalTenants", only],
  });

const conditionWords = {
  users: [
    "users",
    (given) =>
      inGraph(given, {
        includedUsers: "includeUsers",
        excludedUsers: "excludeUsers",
        includedGroups: "includeGroups",
        excludedGroups: "excludeGroups",
        includedRoles: "includeRoles",
        excludedRoles: "excludeRoles",
        includedGuestsOrExternalUsers: ["includeGuestsOrExternalUsers", guests],
        excludedGuestsOrExternalUsers: ["excludeGuestsOrExternalUsers", guests],
      }),
  ],
  applications: [
    "applications",
    (given) =>
      inGraph(given, {
        includedApplications: "includeApplications",
        excludedApplications: "excludeApplications",
        includedUserActions: "includeUserActions",
      }),
  ],
  platforms: [
    "platforms",
    (given) => inGraph(given, { includedPlatforms: "includePlatforms", excludedPlatforms: "excludePlatforms" }),
  ],
  locations: [
    "locations",
    (given) =>
      inGraph(withPlainIds(given), { includedLocations: "includeLocations", excludedLocations: "excludeLocations" }),
  ],
  devices: ["devices", (given) => inGraph(given, { filter: "deviceFilter" })],
  clientApplications: [
    "clientApplications",
    (given) =>
      inGraph(given, {
        includedServicePrincipals: "includeServicePrincipals",
        excludedServicePrincipals: "excludeServicePrincipals",
      }),
  ],
  authenticationFlowTransferMethods: ["authenticationFlows", (given) => ({ transferMethods: joined(given) })],
} as const satisfies Words;

export const graphConditions = (given: unknown): unknown => inGraph(given, conditionWords);

/** @param combinations by the id of an authentication strength, what it allows */
export function graphGrantControls(given: unknown, combinations: ReadonlyMap<string, unknown>): unknown {
  return inGraph(given, {
    termsOfUses: "termsOfUse",
    authenticationStrengthPolicyId: [
      "authenticationStrength",
      (id) => {
        if (typeof id !== "string") return id;
        return id === "" ? undefined : { id, allowedCombinations: combinations.get(plainId(id)) };
      },
    ],
  });
}

export function graphSessionControls(given: unknown): unknown {
  if (!isRecord(given)) return given;
  const { signInFrequency, signInFrequencyPeriod: type, signInFrequencyInterval, persistentBrowserMode: mode } = given;
  const everyTime = signInFrequencyInterval === "everyTime";
  const isLimited = everyTime || (signInFrequency !== undefined && signInFrequency !== null && signInFrequency !== 0);
  return {
    ...(isLimited && {
      signInFrequency: {
        isEnabled: true,
        frequencyInterval: everyTime ? "everyTime" : "timeBased",
        value: signInFrequency,
        type,
      },
    }),
    ...(typeof mode === "string" && mode !== "" && { persistentBrowser: { isEnabled: true, mode } }),
  };
}

/** Providers write some ids as a path, Graph as its last part. */
export function plainId(id: string): string {
  return id.startsWith("/") ? id.slice(id.lastIndexOf("/") + 1) : id;
}

function withPlainIds(given: unknown): unknown {
  if (!isRecord(given)) return given;
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((id: unknown) => (typeof id === "string" ? plainId(id) : id)) : value;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, plain(value)]));
}
