import { describe, expect, it } from "vitest";

import { type PreviewInputs, unknown } from "#emulators/wire/pulumi-provider";

import { seedTenant } from "../seed";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { deploy, deployApplication, textOf } from "./deployed-application.test-support";
import { memoryCloud } from "./memory-cloud";
import { namedLocation } from "./named-location";

const breakGlass = "b4ea6100-0000-4000-8000-000000000001";

function policy(clientId: string, groupId: string) {
  return {
    displayName: "AWS Console – MFA",
    state: "enabled",
    conditions: {
      applications: { includedApplications: [clientId] },
      users: { includedGroups: [groupId], excludedGroups: [breakGlass] },
      clientAppTypes: ["all"],
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
}

async function prepared() {
  const cloud = memoryCloud();
  const made = await deployApplication(cloud);
  const groupId = textOf(made.developers.state["objectId"]);
  return { cloud, made, groupId, inputs: policy(made.clientId, groupId) };
}

describe("ConditionalAccessPolicy", () => {
  it("names the same group, user, application and location however their ids are written", async () => {
    const { cloud, made, groupId, inputs } = await prepared();
    const network = await deploy(namedLocation, cloud, { displayName: "n", ip: { ipRanges: ["203.0.113.0/24"] } });
    const location = textOf(network.state["objectId"]);
    const capitals = (id: string) => [id.toUpperCase()];
    await deploy(conditionalAccessPolicy, cloud, {
      ...inputs,
      conditions: {
        applications: { includedApplications: capitals(made.clientId) },
        users: { includedGroups: capitals(groupId), excludedGroups: capitals(breakGlass), includedUsers: ["All"] },
        clientAppTypes: ["all"],
        locations: { includedLocations: capitals(location) },
      },
    });
    expect(cloud.read().conditionalAccessPolicies.at(-1)?.conditions).toMatchObject({
      applications: { includeApplications: [made.clientId] },
      users: { includeGroups: [groupId], excludeGroups: [breakGlass], includeUsers: ["All"] },
      locations: { includeLocations: [location] },
    });
  });

  it("is kept in Graph's shape and read back as it was declared", async () => {
    const { cloud, groupId, inputs, made } = await prepared();
    const { id, state } = await deploy(conditionalAccessPolicy, cloud, inputs);
    expect(id).toBe(`/identity/conditionalAccess/policies/${textOf(state["objectId"])}`);
    expect(cloud.read().conditionalAccessPolicies.at(-1)).toMatchObject({
      conditions: {
        applications: { includeApplications: [made.clientId] },
        users: { includeGroups: [groupId], excludeGroups: [breakGlass] },
        clientAppTypes: ["all"],
        locations: null,
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"], authenticationStrength: null },
      sessionControls: null,
    });
    const found = await conditionalAccessPolicy.read(cloud, id);
    expect(Object.entries(found?.inputs ?? {}).filter(([, value]) => value !== null)).toEqual(
      expect.arrayContaining(Object.entries(inputs)),
    );
  });

  it.each([
    [
      "an application by object id",
      { applications: { includedApplications: ["object-id"] } },
      "invalid applications: object-id",
    ],
    ["an unknown group", { users: { includedGroups: ["g"] } }, "invalid groups: g"],
    ["an unknown user", { users: { includedUsers: ["u"] } }, "invalid users: u"],
    [
      "a location by resource id",
      {
        locations: {
          includedLocations: ["All"],
          excludedLocations: ["/identity/conditionalAccess/namedLocations/10ca0000-0000-4000-8000-000000000005"],
        },
      },
      "1048: Policy contains invalid locations: /identity/conditionalAccess/namedLocations/10ca0000-0000-4000-8000-000000000005.",
    ],
  ])("refuses %s", async (_what, change, message) => {
    const { cloud, inputs } = await prepared();
    const conditions = { ...inputs.conditions, ...change };
    await expect(deploy(conditionalAccessPolicy, cloud, { ...inputs, conditions })).rejects.toMatchObject({
      code: "BadRequest",
      message: expect.stringContaining(message) as string,
    });
  });

  it("keeps session controls that do nothing as none (run conditional-access-ineffective-session)", async () => {
    const { cloud, inputs } = await prepared();
    await deploy(conditionalAccessPolicy, cloud, { ...inputs, sessionControls: { disableResilienceDefaults: false } });
    expect(cloud.read().conditionalAccessPolicies.at(-1)?.sessionControls).toBeNull();
  });

  it("reads a sign-in frequency back as it was declared, with what the provider filled in", async () => {
    const { cloud, inputs } = await prepared();
    const sessionControls = { signInFrequency: 8, signInFrequencyPeriod: "hours", persistentBrowserMode: "never" };
    const { id, state } = await deploy(conditionalAccessPolicy, cloud, { ...inputs, sessionControls });
    const found = await conditionalAccessPolicy.read(cloud, id);
    expect(found?.inputs["sessionControls"]).toMatchObject({
      ...sessionControls,
      signInFrequencyAuthenticationType: "primaryAndSecondaryAuthentication",
      signInFrequencyInterval: "timeBased",
    });
    expect(found?.inputs["sessionControls"]).toMatchObject(state["sessionControls"] as object);
  });

  it("refuses a policy that neither grants nor limits anything", async () => {
    const { cloud, inputs } = await prepared();
    const { grantControls: _grantControls, ...rest } = inputs;
    await expect(
      deploy(conditionalAccessPolicy, cloud, { ...rest, sessionControls: { disableResilienceDefaults: false } }),
    ).rejects.toMatchObject({ code: "BadRequest", message: expect.stringContaining("no grant controls") as string });
  });

  it.each([
    ["free", [], "P1"],
    ["P1", ["high"], "P2"],
  ] as const)("with licence %s and risk levels %j needs %s", async (licence, signInRiskLevels, needed) => {
    const { groupId, made, cloud } = await prepared();
    cloud.transact((tenant) => {
      tenant.licence = licence;
    });
    const inputs = policy(made.clientId, groupId);
    const conditions = { ...inputs.conditions, signInRiskLevels };
    await expect(deploy(conditionalAccessPolicy, cloud, { ...inputs, conditions })).rejects.toMatchObject({
      code: "AccessDenied",
      status: 403,
      message: expect.stringContaining(`Entra ID ${needed}`) as string,
    });
  });

  it.each([
    [{ state: "enabeld" }, "state"],
    [{ sessionControls: { signInFrequency: 8 } }, "sessionControls.signInFrequency"],
    [
      {
        sessionControls: {
          signInFrequency: 8,
          signInFrequencyPeriod: "hours",
          signInFrequencyInterval: "everyTime",
        },
      },
      "sessionControls.signInFrequency",
    ],
    [{ grantControls: { operator: "OR", builtInControls: ["MFA"] } }, "grantControls.builtInControls"],
  ])("refuses %j at preview", (change, property) => {
    const failures = conditionalAccessPolicy.checks?.({ ...policy("c", "g"), ...change }) ?? [];
    expect(failures.map((failure) => failure.property)).toEqual([property]);
  });

  it("says nothing at preview of ids that are unknown yet", () => {
    const conditions: PreviewInputs = {
      applications: { includedApplications: [unknown] },
      users: unknown,
      clientAppTypes: ["all"],
    };
    expect(conditionalAccessPolicy.checks?.({ ...policy("c", "g"), conditions })).toEqual([]);
  });
});

describe("NamedLocation", () => {
  const office = { displayName: "Office", ip: { ipRanges: ["203.0.113.0/24"], trusted: true } };

  it("is made untrusted before it is deleted (run recipe, step 7)", async () => {
    const cloud = memoryCloud(seedTenant());
    const { id } = await deploy(namedLocation, cloud, office);
    await namedLocation.delete(cloud, id, {});
    expect(cloud.read().namedLocations).toEqual([]);
  });

  it("stays while a policy names it", async () => {
    const { cloud, inputs } = await prepared();
    const { id, state } = await deploy(namedLocation, cloud, office);
    const locations = { includedLocations: ["All"], excludedLocations: [textOf(state["objectId"])] };
    await deploy(conditionalAccessPolicy, cloud, { ...inputs, conditions: { ...inputs.conditions, locations } });
    expect(() => namedLocation.delete(cloud, id, {})).toThrow(
      "is used by Conditional Access policy 'AWS Console – MFA'",
    );
  });

  it.each([
    [["10.0.0.0/8"], []],
    [["10.0.0.0/7"], ["ip.ipRanges"]],
  ])("judges the ranges %j at preview", (ipRanges, properties) => {
    const failures = namedLocation.checks?.({ displayName: "Office", ip: { ipRanges } }) ?? [];
    expect(failures.map(({ property }) => property)).toEqual(properties);
  });

  it("wants exactly one of ip and country", () => {
    const country = { countriesAndRegions: ["CH"] };
    expect(namedLocation.checks?.({ ...office, country })).toHaveLength(1);
    expect(namedLocation.checks?.({ displayName: "None" })).toHaveLength(1);
    expect(namedLocation.checks?.({ displayName: "One", country })).toEqual([]);
  });
});
