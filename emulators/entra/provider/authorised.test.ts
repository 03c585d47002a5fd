import { afterEach, describe, expect, it } from "vitest";

import { type DeployerFeatures, deployerGraphPermissions } from "#core/entra";

import { contoso, seedTenant } from "../seed";
import { graphRoutes } from "../graph/routes";
import { graphOperations } from "../state/authorization";
import { runAccountStack } from "./account-stack.test-support";
import { type Bag, type Engine, startEngine } from "./engine.test-support";
import { azureadFace } from "./face";
import { lookupRequests, resourceRequests } from "./graph-requests";
import { memoryCloud } from "./memory-cloud";

// Judge: recorded traffic of azuread 6.9.1, 2026-11-24 (which requests it makes), and the section "Permissions" of each
// request's page at learn.microsoft.com/graph/api (what admits them).

let engine: Engine | undefined;

afterEach(async () => {
  await engine?.close();
  engine = undefined;
});

/** An engine whose deployer has these permissions and no others. */
async function engineWith(permissions: readonly string[], configuration: Bag = {}): Promise<Engine> {
  const other = { objectId: "0ca11e40-0000-4000-8000-00000000ca12", clientId: "00000000-0000-4000-8000-00000000c12e" };
  const clients = [{ ...other, displayName: "reader", clientSecret: "reader's", permissions: ["Group.Read.All"] }];
  const deployer = { ...contoso.deployer, permissions: [...permissions] };
  engine = await startEngine(memoryCloud(seedTenant({ ...contoso, deployer, clients })), configuration);
  return engine;
}

const everything = {
  conditionalAccess: true,
  existingGroupMembers: true,
  existingGroups: true,
  existingUsers: true,
  roleImport: true,
  testUsers: true,
};

const stacks: [what: string, features: DeployerFeatures][] = [
  ["an account alone", {}],
  ["groups that exist", { groups: false, existingGroups: true }],
  ["members of groups that exist", { groups: false, existingGroups: true, existingGroupMembers: true }],
  ["Conditional Access", { conditionalAccess: true }],
  ["test users", { testUsers: true }],
  ["users that exist", { existingUsers: true }],
  ["role import", { roleImport: true }],
  ["all of it", everything],
];

describe("the least permissions of an account stack's deployer", () => {
  it.each(stacks)("are enough to create, refresh, change, look up and destroy: %s", async (_what, features) => {
    await runAccountStack(await engineWith(deployerGraphPermissions(features)), features);
  });

  const without = stacks.flatMap(([what, features]) =>
    deployerGraphPermissions(features).map((permission) => [permission, what, features] as const),
  );

  it.each(without)("are each needed: without %s something is refused for %s", async (permission, _what, features) => {
    const rest = deployerGraphPermissions(features).filter((each) => each !== permission);
    await expect(runAccountStack(await engineWith(rest), features)).rejects.toThrow(permission);
  });
});

describe("a refusal", () => {
  const group = { displayName: "Developers", securityEnabled: true };

  it("has the provider's words for Graph's, and says what is missing", async () => {
    const asked = (await engineWith([])).create("Group", group);
    await expect(asked).rejects.toThrow(
      "azuread:index/group:Group x: Authorization_RequestDenied: unexpected status 403 (403 Forbidden) with error: " +
        "Authorization_RequestDenied: Insufficient privileges to complete the operation. " +
        '[emulated tenant: "deployer" needs Group.Create (or Group.ReadWrite.All, Directory.ReadWrite.All) for ' +
        "https://learn.microsoft.com/graph/api/group-post-groups]",
    );
  });

  it("is swallowed with useExisting, like every refused deletion of a service principal", async () => {
    const permissions = deployerGraphPermissions();
    const cloud = memoryCloud(seedTenant({ ...contoso, deployer: { ...contoso.deployer, permissions } }));
    engine = await startEngine(cloud);
    const application = await engine.create("ApplicationFromTemplate", {
      displayName: "AWS",
      templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
    });
    const clientId = cloud.read().applications[0]?.appId ?? "";
    const principal = await engine.create("ServicePrincipal", { clientId, useExisting: true });
    cloud.transact((tenant) => {
      tenant.deployer.permissions = [];
    });
    await engine.destroy(principal);
    await expect(engine.destroy(application)).rejects.toThrow("needs Application.ReadWrite.All");
    expect(cloud.read().servicePrincipals).toHaveLength(1);
  });

  it("depends on the kind of thing that is looked up", async () => {
    const reader = await engineWith(["Group.Read.All"]);
    await reader.lookup("getDirectoryObject", { objectId: "b4ea6100-0000-4000-8000-000000000001" });
    await expect(
      reader.lookup("getDirectoryObject", { objectId: "b4ea6100-0000-4000-8000-000000000002" }),
    ).rejects.toThrow("needs User.Read.All");
  });
});

describe("the configured client", () => {
  const reader = { clientId: "00000000-0000-4000-8000-00000000c12e", clientSecret: "reader's" };

  it("is who asks, and owns what it creates", async () => {
    const asking = await engineWith(deployerGraphPermissions(), reader);
    expect(await asking.lookup("getClientConfig", {})).toMatchObject({
      clientId: reader.clientId,
      objectId: "0ca11e40-0000-4000-8000-00000000ca12",
    });
    await asking.lookup("getGroup", { displayName: "BreakGlass" });
    await expect(asking.create("Group", { displayName: "x", securityEnabled: true })).rejects.toThrow('"reader" needs');
  });

  it.each([
    [{ ...reader, clientSecret: "guessed" }, "AADSTS7000215: Invalid client secret provided."],
    [{ ...reader, clientId: "00000000-0000-4000-8000-000000000000" }, "AADSTS700016: Application with identifier"],
    [{ clientId: "00000000-0000-4000-8000-000000000000", useCli: "true" }, "AADSTS700016"],
  ])("is refused as the token endpoint refuses it: %j", async (configuration, words) => {
    await expect(engineWith([], configuration)).rejects.toThrow(words);
  });

  it("that is removed while the provider runs is nobody, and not the deployer", async () => {
    const cloud = memoryCloud(seedTenant({ ...contoso, clients: [{ ...contoso.deployer, ...reader }] }));
    engine = await startEngine(cloud, reader);
    await engine.lookup("getGroup", { displayName: "BreakGlass" });
    cloud.transact((tenant) => {
      tenant.clients = [];
    });
    await expect(engine.lookup("getGroup", { displayName: "BreakGlass" })).rejects.toThrow("AADSTS700016");
  });
});

describe("the table of requests", () => {
  it("has a row for every resource and lookup of the face, and no other", () => {
    const face = azureadFace(memoryCloud());
    const sorted = (tokens: Iterable<string>) => [...tokens].sort();
    expect(sorted(resourceRequests.keys())).toEqual(sorted(face.resources.map(({ schema }) => schema.token)));
    expect(sorted(lookupRequests.keys())).toEqual(sorted(face.invokes.map(({ schema }) => schema.token)));
  });

  it("and the routes of Graph use every operation whose permissions are known", () => {
    const asked = [...resourceRequests.values()].flatMap((each) => [each.create, each.read, each.update, each.delete]);
    const used = new Set<string>([...asked, ...lookupRequests.values()].flat());
    for (const { operation } of graphRoutes) used.add(operation);
    // Asked for by a resource itself.
    used.add("serviceprincipal-delete");
    expect(Object.keys(graphOperations).filter((operation) => !used.has(operation))).toEqual([]);
  });
});
