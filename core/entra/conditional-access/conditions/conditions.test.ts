import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Membership } from "../membership";
import type { ConditionSet } from "../policy";
import type { SignIn, TenantLocations } from "../sign-in";
import { conditions } from "./index";

const signIn: SignIn = {
  userId: "alice",
  userType: "member",
  groupIds: ["developers"],
  directoryRoleIds: ["reader"],
  applicationId: "aws",
  clientAppType: "browser",
  platform: "windows",
  ipAddress: "203.0.113.7",
  country: "DE",
  device: { compliant: true, hybridJoined: false },
  signInRisk: "low",
  userRisk: "none",
  insiderRisk: "minor",
  authenticationFlow: "none",
  satisfied: [],
};
const tenant: TenantLocations = {
  namedLocations: [
    { id: "office", isTrusted: true, ipRanges: [{ cidrAddress: "203.0.113.0/24" }, { cidrAddress: "2001:db8::/32" }] },
    { id: "lab", isTrusted: false, ipRanges: [{ cidrAddress: "198.51.100.0/24" }] },
    { id: "dach", countriesAndRegions: ["DE", "AT", "CH"] },
    { id: "nowhere", countriesAndRegions: ["AQ"], includeUnknownCountriesAndRegions: true },
  ],
};

function evaluate(set: ConditionSet, change: Partial<SignIn> = {}): Membership | undefined {
  const name = Object.keys(set)[0];
  return conditions.find((condition) => condition.name === name)?.evaluate(set, { ...signIn, ...change }, tenant);
}

const open = (...inputs: string[]): Membership => ({ open: inputs });
const guestTypes = { guestOrExternalUserTypes: "internalGuest,b2bCollaborationGuest" };

type Row = readonly [because: string, set: ConditionSet, change: Partial<SignIn>, Membership];
const corpus: readonly Row[] = [
  ["everybody", { users: { includeUsers: ["All"] } }, {}, "yes"],
  ["nobody", { users: { includeUsers: ["None"] } }, {}, "no"],
  ["nobody is named", { users: {} }, {}, "no"],
  ["the user", { users: { includeUsers: ["alice"] } }, {}, "yes"],
  ["another user", { users: { includeUsers: ["bob"] } }, {}, "no"],
  ["a group of the user", { users: { includeGroups: ["developers"] } }, {}, "yes"],
  ["another group", { users: { includeGroups: ["administrators"] } }, {}, "no"],
  ["groups that nobody knows", { users: { includeGroups: ["a"] } }, { groupIds: "unknown" }, open("groupIds")],
  ["named anyway", { users: { includeUsers: ["All"], includeGroups: ["a"] } }, { groupIds: "unknown" }, "yes"],
  ["a directory role", { users: { includeRoles: ["reader"] } }, {}, "yes"],
  ["roles nobody knows", { users: { includeRoles: ["a"] } }, { directoryRoleIds: "unknown" }, open("directoryRoleIds")],
  ["excluded by id", { users: { includeUsers: ["All"], excludeUsers: ["alice"] } }, {}, "no"],
  ["excluded by group", { users: { includeUsers: ["alice"], excludeGroups: ["developers"] } }, {}, "no"],
  ["excluded by role", { users: { includeUsers: ["alice"], excludeRoles: ["reader"] } }, {}, "no"],
  [
    "perhaps excluded",
    { users: { includeUsers: ["All"], excludeGroups: ["x"] } },
    { groupIds: "unknown" },
    open("groupIds"),
  ],
  ["the old word for guests", { users: { includeUsers: ["GuestsOrExternalUsers"] } }, { userType: "guest" }, "yes"],
  ["a member is no guest", { users: { includeUsers: ["GuestsOrExternalUsers"] } }, {}, "no"],
  ["a member is of no external type", { users: { includeGuestsOrExternalUsers: guestTypes } }, {}, "no"],
  [
    "a guest of a listed type",
    { users: { includeGuestsOrExternalUsers: guestTypes } },
    { userType: "guest", externalUserType: "b2bCollaborationGuest" },
    "yes",
  ],
  [
    "a guest of a type that nobody knows",
    { users: { includeGuestsOrExternalUsers: guestTypes } },
    { userType: "guest" },
    open("externalUserType"),
  ],
  [
    "a guest of another tenant than listed",
    {
      users: {
        includeGuestsOrExternalUsers: {
          ...guestTypes,
          externalTenants: { membershipKind: "enumerated", members: ["fabrikam"] },
        },
      },
    },
    { userType: "guest", externalUserType: "b2bCollaborationGuest", homeTenantId: "tailspin" },
    "no",
  ],
  [
    "guests are excluded",
    { users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: guestTypes } },
    { userType: "guest", externalUserType: "internalGuest" },
    "no",
  ],

  ["the application", { applications: { includeApplications: ["aws"] } }, {}, "yes"],
  ["another application", { applications: { includeApplications: ["other"] } }, {}, "no"],
  ["all applications", { applications: { includeApplications: ["All"] } }, {}, "yes"],
  ["excluded", { applications: { includeApplications: ["All"], excludeApplications: ["aws"] } }, {}, "no"],
  ["no application of that suite", { applications: { includeApplications: ["Office365"] } }, {}, "no"],
  [
    "an application of that suite",
    { applications: { includeApplications: ["Office365"] } },
    { applicationSuites: ["Office365"] },
    "yes",
  ],
  ["none", { applications: { includeApplications: ["None"] } }, {}, "no"],
  [
    "a user action",
    { applications: { includeUserActions: ["urn:user:registersecurityinfo"] } },
    { userAction: "urn:user:registersecurityinfo" },
    "yes",
  ],
  [
    "a user action is not this sign-in",
    { applications: { includeUserActions: ["urn:user:registerdevice"] } },
    {},
    "no",
  ],
  [
    "an application policy does not concern a user action",
    { applications: { includeApplications: ["All"] } },
    { userAction: "urn:user:registerdevice" },
    "no",
  ],
  [
    "the authentication context",
    { applications: { includeAuthenticationContextClassReferences: ["c1"] } },
    { authenticationContext: "c1" },
    "yes",
  ],
  ["no authentication context", { applications: { includeAuthenticationContextClassReferences: ["c1"] } }, {}, "no"],
  [
    "a filter that nobody can tell",
    { applications: { applicationFilter: { mode: "include", rule: "x" } } },
    {},
    open("applicationFilter"),
  ],
  [
    "a filter that may exclude",
    { applications: { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "x" } } },
    {},
    open("applicationFilter"),
  ],

  ["every client", { clientAppTypes: ["all"] }, { clientAppType: "other" }, "yes"],
  ["none named is every client", { clientAppTypes: [] }, { clientAppType: "other" }, "yes"],
  ["a listed client", { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }, {}, "yes"],
  ["a legacy client", { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }, { clientAppType: "other" }, "no"],
  ["a client nobody knows", { clientAppTypes: ["browser"] }, { clientAppType: "unknown" }, open("clientAppType")],
  ["every client, unknown ones too", { clientAppTypes: ["all"] }, { clientAppType: "unknown" }, "yes"],
  [
    "ActiveSync on a supported platform",
    { clientAppTypes: ["easSupported"] },
    { clientAppType: "exchangeActiveSync", platform: "iOS" },
    "yes",
  ],
  [
    "ActiveSync on another platform",
    { clientAppTypes: ["easSupported"] },
    { clientAppType: "exchangeActiveSync", platform: "linux" },
    "no",
  ],

  ["no platforms", { platforms: null }, { platform: "unknown" }, "yes"],
  ["all platforms", { platforms: { includePlatforms: ["all"] } }, { platform: "unrecognised" }, "yes"],
  ["the platform", { platforms: { includePlatforms: ["windows"] } }, {}, "yes"],
  ["another platform", { platforms: { includePlatforms: ["macOS"] } }, {}, "no"],
  ["an excluded platform", { platforms: { includePlatforms: ["all"], excludePlatforms: ["windows"] } }, {}, "no"],
  [
    "a platform nobody knows",
    { platforms: { includePlatforms: ["windows"] } },
    { platform: undefined },
    open("platform"),
  ],

  ["anywhere", { locations: { includeLocations: ["All"] } }, { ipAddress: undefined }, "yes"],
  ["a named location", { locations: { includeLocations: ["office"] } }, {}, "yes"],
  ["a named location, over IPv6", { locations: { includeLocations: ["office"] } }, { ipAddress: "2001:db8::7" }, "yes"],
  ["another named location", { locations: { includeLocations: ["lab"] } }, {}, "no"],
  ["a trusted location", { locations: { includeLocations: ["AllTrusted"] } }, {}, "yes"],
  ["an untrusted one", { locations: { includeLocations: ["AllTrusted"] } }, { ipAddress: "198.51.100.7" }, "no"],
  ["excluded", { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }, {}, "no"],
  ["a country", { locations: { includeLocations: ["dach"] } }, {}, "yes"],
  ["another country", { locations: { includeLocations: ["dach"] } }, { country: "FR" }, "no"],
  ["an address of no country", { locations: { includeLocations: ["nowhere"] } }, { country: "unmapped" }, "yes"],
  ["an address of no country", { locations: { includeLocations: ["dach"] } }, { country: "unmapped" }, "no"],
  [
    "an address nobody knows",
    { locations: { includeLocations: ["office"] } },
    { ipAddress: undefined },
    open("ipAddress"),
  ],
  ["a location that is gone", { locations: { includeLocations: ["gone"] } }, {}, open("namedLocation gone")],

  ["the sign-in's risk", { signInRiskLevels: ["low", "medium"] }, {}, "yes"],
  ["another level", { signInRiskLevels: ["medium", "high"] }, {}, "no"],
  ["no levels", { signInRiskLevels: [] }, { signInRisk: "unknown" }, "yes"],
  ["a risk nobody knows", { signInRiskLevels: ["high"] }, { signInRisk: "unknown" }, open("signInRisk")],
  ["the user's risk", { userRiskLevels: ["none"] }, {}, "yes"],
  ["another level", { userRiskLevels: ["high"] }, {}, "no"],
  ["a user's risk nobody knows", { userRiskLevels: ["high"] }, { userRisk: undefined }, open("userRisk")],
  ["the insider risk", { insiderRiskLevels: "minor,moderate" }, {}, "yes"],
  ["another level", { insiderRiskLevels: "elevated" }, {}, "no"],
  ["people have no workload risk", { servicePrincipalRiskLevels: ["high"] }, {}, "no"],
  ["people are no workload", { clientApplications: { includeServicePrincipals: ["All"] } }, {}, "no"],

  ["a compliant device", { devices: { includeDevices: ["Compliant"] } }, {}, "yes"],
  ["a compliant device is excluded", { devices: { includeDevices: ["All"], excludeDevices: ["Compliant"] } }, {}, "no"],
  ["a joined device", { devices: { includeDevices: ["DomainJoined"] } }, {}, "no"],
  ["a device nobody knows", { devices: { excludeDevices: ["Compliant"] } }, { device: {} }, open("device.compliant")],
  [
    "a filter that includes",
    { devices: { deviceFilter: { mode: "include", rule: "device.isCompliant -eq True" } } },
    {},
    "yes",
  ],
  [
    "a filter that excludes",
    { devices: { deviceFilter: { mode: "exclude", rule: 'device.trustType -eq "ServerAD"' } } },
    { device: { hybridJoined: true } },
    "no",
  ],
  [
    "a filter with a negation that excludes",
    { devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -ne True" } } },
    {},
    "yes",
  ],
  [
    "a filter that nobody here understands",
    { devices: { deviceFilter: { mode: "include", rule: 'device.model -startsWith "X"' } } },
    {},
    open("deviceFilter"),
  ],

  ["device code flow", { authenticationFlows: { transferMethods: "deviceCodeFlow" } }, {}, "no"],
  [
    "device code flow",
    { authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" } },
    { authenticationFlow: "deviceCodeFlow" },
    "yes",
  ],
  ["no flow", { authenticationFlows: { transferMethods: "none" } }, { authenticationFlow: "unknown" }, "yes"],
  [
    "a flow nobody knows",
    { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    { authenticationFlow: "unknown" },
    open("authenticationFlow"),
  ],
];

describe("conditions", () => {
  it.each(corpus)("%s: %j with %j", (_because, set, change, expected) => {
    expect(evaluate(set, change)).toEqual(expected);
  });

  it("are all listed, one a file", () => {
    const files = readdirSync(__dirname)
      .filter((file) => !/^(index|condition)\.ts$|\.test\.ts$/.test(file))
      .map((file) => file.replace(/\.ts$/, ""));
    const listed = conditions.map(({ name }) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(listed.sort()).toEqual(files.sort());
  });
});
