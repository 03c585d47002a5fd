import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview } from "../../rules/example";
import { gatherFacts, type StackFacts } from "../stack-facts";
import { conditionalAccessPolicies } from "./conditional-access-policies";
import { namedLocations } from "./named-locations";

const stack = (
  type: string,
  properties: Readonly<Record<string, unknown>>,
  ...more: Parameters<typeof stackOf>[0]
): StackFacts =>
  gatherFacts(stackOf([{ type: `azuread:index/${type}`, name: "one", properties }, ...more]), exampleSurroundings);
const policyType = "conditionalAccessPolicy:ConditionalAccessPolicy";

describe("conditionalAccessPolicies", () => {
  it("reads a policy in Graph's words", () => {
    const guests = [
      {
        guestOrExternalUserTypes: ["internalGuest", "serviceProvider"],
        externalTenants: [{ membershipKind: "enumerated", members: ["t"] }],
      },
    ];
    const [fact] = conditionalAccessPolicies(
      stack(policyType, {
        objectId: "an-id",
        displayName: "MFA",
        state: "enabled",
        conditions: {
          users: { includedUsers: ["All"], excludedGroups: ["g"], excludedGuestsOrExternalUsers: guests },
          applications: { includedApplications: ["All"], includedUserActions: ["urn:user:registerdevice"] },
          clientAppTypes: ["all"],
          platforms: { includedPlatforms: ["all"], excludedPlatforms: ["iOS"] },
          locations: {
            includedLocations: ["All"],
            excludedLocations: ["/identity/conditionalAccess/namedLocations/l"],
          },
          devices: { filter: { mode: "exclude", rule: "r" } },
          authenticationFlowTransferMethods: ["deviceCodeFlow"],
          userRiskLevels: ["high"],
          moonPhase: "full",
        },
        grantControls: {
          operator: "OR",
          builtInControls: ["mfa"],
          termsOfUses: ["t"],
          authenticationStrengthPolicyId: "",
        },
        sessionControls: { signInFrequency: 4, signInFrequencyPeriod: "hours", persistentBrowserMode: "never" },
      }),
    );
    expect(fact?.unknown).toBeUndefined();
    expect(fact?.policy).toEqual({
      id: "an-id",
      displayName: "MFA",
      state: "enabled",
      conditions: {
        users: {
          includeUsers: ["All"],
          excludeGroups: ["g"],
          excludeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: "internalGuest,serviceProvider",
            externalTenants: { membershipKind: "enumerated", members: ["t"] },
          },
        },
        applications: { includeApplications: ["All"], includeUserActions: ["urn:user:registerdevice"] },
        clientAppTypes: ["all"],
        platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] },
        locations: { includeLocations: ["All"], excludeLocations: ["l"] },
        devices: { deviceFilter: { mode: "exclude", rule: "r" } },
        authenticationFlows: { transferMethods: "deviceCodeFlow" },
        userRiskLevels: ["high"],
        moonPhase: "full",
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["t"], authenticationStrength: undefined },
      sessionControls: {
        signInFrequency: { isEnabled: true, frequencyInterval: "timeBased", value: 4, type: "hours" },
        persistentBrowser: { isEnabled: true, mode: "never" },
      },
    });
  });

  it("finds what a strength of the stack allows", () => {
    const strength = {
      type: "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy",
      name: "strength",
      properties: { id: "/policies/authenticationStrengthPolicies/own", allowedCombinations: ["fido2"] },
    };
    const grantControls = {
      operator: "OR",
      authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/own",
    };
    const [fact] = conditionalAccessPolicies(stack(policyType, { grantControls }, strength));
    expect(fact?.policy["grantControls"]).toEqual({
      operator: "OR",
      authenticationStrength: { id: "/policies/authenticationStrengthPolicies/own", allowedCombinations: ["fido2"] },
    });
  });

  it("says what a preview does not know", () => {
    const conditions = { users: { includedGroups: [unknownAtPreview] } };
    const [fact] = conditionalAccessPolicies(stack(policyType, { state: "enabled", conditions }));
    expect(fact?.unknown).toBe("conditions.users.includedGroups[0]");
    expect(fact?.policy["conditions"]).toBeUndefined();
  });

  it.each([[{}], [{ conditions: 7, grantControls: [], sessionControls: "x", state: null, displayName: {} }]])(
    "reads the malformed %j without an exception",
    (properties) => {
      expect(conditionalAccessPolicies(stack(policyType, properties))).toHaveLength(1);
    },
  );
});

describe("namedLocations", () => {
  const type = "namedLocation:NamedLocation";

  it("reads ranges and countries in Graph's words", () => {
    const ip = { ipRanges: ["203.0.113.0/24"], trusted: true };
    expect(namedLocations(stack(type, { objectId: "l", displayName: "Office", ip }))).toEqual([
      { id: "l", displayName: "Office", isTrusted: true, ipRanges: [{ cidrAddress: "203.0.113.0/24" }] },
    ]);
    const country = { countriesAndRegions: ["DE"], includeUnknownCountriesAndRegions: true };
    expect(
      namedLocations(stack(type, { id: "/identity/conditionalAccess/namedLocations/l", displayName: "DE", country })),
    ).toEqual([{ id: "l", displayName: "DE", countriesAndRegions: ["DE"], includeUnknownCountriesAndRegions: true }]);
  });

  it("knows one by its URN where only the update tells its id", () => {
    expect(
      namedLocations(stack(type, { objectId: unknownAtPreview, id: unknownAtPreview, displayName: "Office" })),
    ).toEqual([
      { id: "urn:pulumi:example::entra-aws::azuread:index/namedLocation:NamedLocation::one", displayName: "Office" },
    ]);
  });
});
