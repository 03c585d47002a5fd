import type { ConditionalAccessPolicy, NamedLocation, SignIn } from "#core/entra/conditional-access";
import fc from "fast-check";

// Few values, as in arbitrary-policies.

export const namedLocations: readonly NamedLocation[] = [
  { id: "office", isTrusted: true, ipRanges: [{ cidrAddress: "203.0.113.0/24" }] },
  { id: "lab", isTrusted: false, ipRanges: [{ cidrAddress: "198.51.100.0/24" }] },
];

/** The inputs of a sign-in that may be unknown, with all that they can turn out to be. */
export const possible = {
  groupIds: [[], ["developers"], ["breakGlass"], ["developers", "breakGlass"]],
  clientAppType: ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"],
  platform: ["windows", "iOS", "unrecognised"],
  ipAddress: ["203.0.113.7", "198.51.100.7", "192.0.2.7"],
  signInRisk: ["none", "low", "high"],
  userRisk: ["none", "high"],
  device: [
    { compliant: true, hybridJoined: false },
    { compliant: false, hybridJoined: true },
    { compliant: false, hybridJoined: false },
  ],
  satisfied: [[], ["mfa"], ["mfa", "passwordChange"]],
} as const satisfies Partial<{ [Input in keyof SignIn]: readonly SignIn[Input][] }>;

export const inputs = Object.keys(possible) as (keyof typeof possible)[];

export const arbitrarySignIn: fc.Arbitrary<SignIn> = fc.record({
  userId: fc.constantFrom("alice", "bob"),
  userType: fc.constant("member" as const),
  directoryRoleIds: fc.constant([]),
  applicationId: fc.constantFrom("aws", "other"),
  groupIds: fc.constantFrom(...possible.groupIds),
  clientAppType: fc.constantFrom(...possible.clientAppType),
  platform: fc.constantFrom(...possible.platform),
  ipAddress: fc.constantFrom(...possible.ipAddress),
  signInRisk: fc.constantFrom(...possible.signInRisk),
  userRisk: fc.constantFrom(...possible.userRisk),
  device: fc.constantFrom(...possible.device),
  satisfied: fc.constantFrom(...possible.satisfied),
});

const some = <Value>(...of: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });
const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary });
const rarely = <Value>(...of: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant<readonly Value[]>([]) }, { weight: 1, arbitrary: some(...of) });

const conditions: fc.Arbitrary<ConditionalAccessPolicy["conditions"]> = fc.record({
  users: fc.record({
    includeUsers: fc.constantFrom<string[][]>([], ["All"], ["All"], ["alice"], ["None"]),
    includeGroups: fc.oneof(fc.constant([]), some("developers", "administrators")),
    excludeUsers: rarely("bob"),
    excludeGroups: rarely("breakGlass"),
  }),
  applications: fc.record({
    includeApplications: fc.constantFrom<string[][]>(["All"], ["All"], ["aws"], ["aws", "other"], ["None"]),
    excludeApplications: rarely("other"),
  }),
  clientAppTypes: fc.oneof(
    fc.constant(["all" as const]),
    some("browser" as const, "mobileAppsAndDesktopClients" as const, "exchangeActiveSync" as const, "other" as const),
  ),
  platforms: perhaps(
    fc.record({ includePlatforms: some("all", "windows", "iOS"), excludePlatforms: rarely("windows", "iOS") }),
  ),
  locations: perhaps(
    fc.record({
      includeLocations: some("All", "AllTrusted", "office", "lab"),
      excludeLocations: rarely("AllTrusted", "office", "lab"),
    }),
  ),
  signInRiskLevels: rarely("none" as const, "low" as const, "high" as const),
  userRiskLevels: rarely("none" as const, "high" as const),
});

const grantControls: fc.Arbitrary<ConditionalAccessPolicy["grantControls"]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant({ operator: "OR" as const, builtInControls: ["block" as const] }) },
  {
    weight: 4,
    arbitrary: fc.record({
      operator: fc.constantFrom("AND" as const, "OR" as const),
      builtInControls: some(
        "mfa" as const,
        "compliantDevice" as const,
        "domainJoinedDevice" as const,
        "passwordChange" as const,
      ),
    }),
  },
);

const state = fc.constantFrom<ConditionalAccessPolicy["state"][]>(
  "enabled",
  "enabled",
  "enabled",
  "disabled",
  "enabledForReportingButNotEnforced",
);

export const arbitraryPolicies: fc.Arbitrary<readonly ConditionalAccessPolicy[]> = fc
  .array(fc.record({ state, conditions, grantControls }), { minLength: 1, maxLength: 5, size: "max" })
  .map((drawn) => drawn.map((policy, index) => ({ id: `id ${index}`, displayName: `policy ${index}`, ...policy })));
