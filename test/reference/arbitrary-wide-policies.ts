import type { ConditionalAccessPolicy } from "#core/entra/conditional-access";
import fc from "fast-check";

// Policies that leave out little, so that a few of them often reach every sign-in, and often nearly do.

type Conditions = ConditionalAccessPolicy["conditions"];

const everything: Conditions = {
  users: { includeUsers: ["All"] },
  applications: { includeApplications: ["All"] },
  clientAppTypes: ["all"],
};

const some = <Value>(...of: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: of.length - 1 });

/** What one narrowing does to the conditions of a policy for all. */
const narrowing: fc.Arbitrary<Partial<Conditions>> = fc.oneof(
  some("developers", "breakGlass").map((excludeGroups) => ({ users: { includeUsers: ["All"], excludeGroups } })),
  some("alice", "bob").map((excludeUsers) => ({ users: { includeUsers: ["All"], excludeUsers } })),
  some("developers", "breakGlass").map((includeGroups) => ({ users: { includeGroups } })),
  some("alice", "bob").map((includeUsers) => ({ users: { includeUsers, includeGroups: ["developers"] } })),
  some("aws", "other").map((excludeApplications) => ({
    applications: { includeApplications: ["All"], excludeApplications },
  })),
  some("aws", "other").map((includeApplications) => ({ applications: { includeApplications } })),
  some("browser" as const, "mobileAppsAndDesktopClients" as const, "exchangeActiveSync" as const, "other" as const).map(
    (clientAppTypes) => ({ clientAppTypes }),
  ),
  some("windows", "iOS").map((excludePlatforms) => ({ platforms: { includePlatforms: ["all"], excludePlatforms } })),
  some("windows", "iOS").map((includePlatforms) => ({ platforms: { includePlatforms } })),
  some("AllTrusted", "office", "lab").map((excludeLocations) => ({
    locations: { includeLocations: ["All"], excludeLocations },
  })),
  some("AllTrusted", "office", "lab").map((includeLocations) => ({ locations: { includeLocations } })),
  some("low" as const, "medium" as const, "high" as const).map((signInRiskLevels) => ({ signInRiskLevels })),
  some("none" as const, "high" as const).map((userRiskLevels) => ({ userRiskLevels })),
);

const grantControls: fc.Arbitrary<ConditionalAccessPolicy["grantControls"]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ operator: "OR" as const, builtInControls: ["mfa" as const] }) },
  { weight: 3, arbitrary: fc.constant({ operator: "OR" as const, builtInControls: ["block" as const] }) },
  {
    weight: 3,
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
  "enabled",
  "disabled",
);

export const arbitraryWidePolicies: fc.Arbitrary<readonly ConditionalAccessPolicy[]> = fc
  .array(fc.record({ state, narrowings: fc.array(narrowing, { maxLength: 2 }), grantControls }), {
    minLength: 1,
    maxLength: 6,
    size: "max",
  })
  .map((drawn) =>
    drawn.map(({ narrowings, ...policy }, index) => ({
      id: `id ${index}`,
      displayName: `policy ${index}`,
      conditions: Object.assign({}, everything, ...narrowings) as Conditions,
      ...policy,
    })),
  );
