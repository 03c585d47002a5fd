import { describe, expect, it } from "vitest";
import { examineEngine, isWithin } from "./examine-engine";
import { examineIdentity } from "./examine-identity";
import { examineLicence } from "./examine-licence";
import { examineLimits } from "./examine-limits";
import { examineNames } from "./examine-names";
import { examinePlugins } from "./examine-plugins";
import { ownershipOf } from "./stack-ownership";
import { accountWith, planOf, tenantWith } from "./testing.test-support";

const nothingOwned = ownershipOf([]);
const denied = () => Promise.resolve({ unknown: "denied" });

describe("who somebody is", () => {
  it("has to fit the stack in both clouds", () => {
    const other = { arn: "arn:aws:iam::444455556666:root", accountId: "444455556666", userId: "x" };
    const tenant = tenantWith({ tenantId: "11111111-0000-4000-8000-000000000001" });
    expect(examineIdentity(planOf(), accountWith(), tenantWith()).map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
    expect(examineIdentity(planOf(), { caller: other }, tenant).map(({ outcome }) => outcome)).toEqual([
      "missing",
      "missing",
    ]);
  });

  it("is told without the characters that a terminal obeys", () => {
    const tenant = tenantWith({ caller: { ...tenantWith().caller, displayName: "\u001B[31mred" } });
    expect(examineIdentity(planOf(), accountWith(), tenant)[1]?.given).toContain("\\u{1b}[31mred");
  });
});

describe("the licence", () => {
  it.each([
    [["AAD_PREMIUM"], "ok"],
    [["AAD_PREMIUM_P2"], "ok"],
    [["EXCHANGE_S_STANDARD"], "missing"],
  ])("of %j is %s for Conditional Access", async (plans, outcome) => {
    const servicePlans = () => Promise.resolve({ found: plans });
    expect(await examineLicence(planOf(), tenantWith({ servicePlans }))).toMatchObject([{ outcome }]);
  });

  it("does not matter without Conditional Access, and is not known where nobody may look", async () => {
    expect(await examineLicence(planOf({ conditionalAccess: undefined }), tenantWith())).toEqual([]);
    expect(await examineLicence(planOf(), tenantWith({ servicePlans: denied }))).toMatchObject([
      { outcome: "unknown" },
    ]);
  });
});

describe("names", () => {
  it("that are free, or the stack's own, are one line", async () => {
    const groups = () => Promise.resolve({ found: [{ id: "own", name: "AWS-Account1-Developers" }] });
    const owned = ownershipOf([{ type: "azuread:index/group:Group", custom: true, id: "/groups/own" }]);
    expect(await examineNames(planOf(), accountWith(), tenantWith({ groups }), owned)).toMatchObject([
      { outcome: "ok", name: "7 of 7" },
    ]);
  });

  it("that cannot be looked up are not called free", async () => {
    const found = await examineNames(planOf(), accountWith({ hasSamlProvider: denied }), tenantWith(), nothingOwned);
    expect(found.at(-1)).toMatchObject({ name: 'SAML provider "EntraID"', outcome: "unknown", given: "denied" });
  });

  it("of what is there already by argument are not looked up", async () => {
    const existing = {
      existingApplicationObjectId: "11111111-0000-4000-8000-000000000001",
      existingSamlProviderArn: "arn:aws:iam::111122223333:saml-provider/Older",
      roles: {
        Developer: {
          existingRoleArn: "arn:aws:iam::111122223333:role/team/Dev",
          existingGroupObjectId: "11111111-0000-4000-8000-000000000002",
        },
      },
    };
    const plan = planOf(existing);
    expect(plan.samlProvider.name).toBe("Older");
    const [line] = await examineNames(plan, accountWith(), tenantWith(), nothingOwned);
    expect(line?.given).toBe(
      'free, or this stack\'s own: claims policy "AWS Account1 claims", Conditional Access policy "AWS Console – MFA – Account1"',
    );
  });

  it("of a person's choosing cannot change the command that imports them", async () => {
    const groups = () => Promise.resolve({ found: [{ id: "x'; rm -rf ~", name: "n" }] });
    const found = await examineNames(planOf(), accountWith(), tenantWith({ groups }), nothingOwned);
    expect(found.at(-1)?.remedy).toContain(`with the id "/groups/x'; rm -rf ~"`);
    expect(found.at(-1)?.commands).toEqual([
      "pulumi preview --import-file import.json --stack account1",
      "pulumi import --file import.json --generate-code=false --stack account1",
    ]);
  });
});

describe("limits", () => {
  const policiesOf = (count: number) => () =>
    Promise.resolve({ found: Array.from({ length: count }, (_, index) => ({ id: String(index), name: "n" })) });
  const outcome = async (count: number): Promise<string | undefined> => {
    const tenant = tenantWith({ conditionalAccessPolicies: policiesOf(count) });
    const found = await examineLimits(planOf(), accountWith(), tenant, nothingOwned);
    return found.find(({ name }) => name.startsWith("Conditional Access"))?.outcome;
  };

  it("warn from nine tenths on, and count what the stack adds", async () => {
    expect(await outcome(214)).toBe(undefined);
    expect(await outcome(215)).toBe("warning");
    expect(await outcome(239)).toBe("warning");
    expect(await outcome(240)).toBe("missing");
  });

  it("do not count twice what the stack has made already", async () => {
    const owned = ownershipOf([
      { type: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy", custom: true, id: "/policies/7" },
      { type: "aws:iam/role:Role", custom: true, id: "Developer" },
    ]);
    const tenant = tenantWith({ conditionalAccessPolicies: policiesOf(240) });
    const summary = () => Promise.resolve({ found: { Roles: 50, RolesQuota: 50 } });
    const found = await examineLimits(planOf(), accountWith({ summary }), tenant, owned);
    expect(found.filter(({ outcome: one }) => one !== "ok").map(({ name, given }) => [name, given])).toEqual([
      ["roles of the account", "50"],
      ["Conditional Access policies of the tenant", "240"],
    ]);
  });

  it("do not count what is there already and only taken", async () => {
    const samlProviderCount = () => Promise.resolve({ found: 100 });
    const summary = () => Promise.resolve({ found: { Roles: 50, RolesQuota: 50 } });
    const plan = planOf({
      existingSamlProviderArn: "arn:aws:iam::111122223333:saml-provider/Older",
      roles: { Developer: { existingRoleArn: "arn:aws:iam::111122223333:role/Dev" } },
    });
    const found = await examineLimits(plan, accountWith({ samlProviderCount, summary }), tenantWith(), nothingOwned);
    expect(found.map(({ outcome: one }) => one)).toEqual(["ok", "warning", "warning"]);
  });

  it("are the account's own where it tells them", async () => {
    const summary = () => Promise.resolve({ found: { Roles: 50, RolesQuota: 50 } });
    const found = await examineLimits(planOf(), accountWith({ summary }), tenantWith(), nothingOwned);
    expect(found.at(-1)).toMatchObject({ name: "roles of the account", outcome: "missing", expected: "at most 50" });
  });

  it("of a role's managed policies are ten", async () => {
    const outcomes = [];
    for (const count of [10, 11]) {
      const managedPolicies = Array.from({ length: count }, (_, index) => `Policy${index}`);
      const plan = planOf({ roles: { Developer: { managedPolicies } } });
      const found = await examineLimits(plan, accountWith(), tenantWith(), nothingOwned);
      outcomes.push(found.find(({ name }) => name === "managed policies of role Developer")?.outcome);
    }
    expect(outcomes).toEqual([undefined, "missing"]);
  });
});

describe("a provider's plugin", () => {
  const aws = { name: "aws", version: "7.48.0" };
  const older = { name: "aws", version: "7.1.0" };
  const told = { PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true" };

  it.each([
    ["installed", { installed: [older, aws], env: {} }, "ok", "7.48.0"],
    ["of another version", { installed: [older], env: {} }, "warning", "not installed, only 7.1.0"],
    ["not there, and not to be fetched", { installed: [], env: told }, "missing", "not installed"],
    ["another's", { installed: [{ ...aws, name: "azuread" }], env: told }, "missing", "not installed"],
    [
      "served",
      { installed: [], env: { PULUMI_DEBUG_PROVIDERS: "azuread:1,aws:2" } },
      "ok",
      "none is run: PULUMI_DEBUG_PROVIDERS names a process that serves it",
    ],
  ])("%s", (_, surroundings, outcome, given) => {
    const [found] = examinePlugins([aws], surroundings);
    expect(found).toMatchObject({ name: "plugin aws", outcome, given });
    const commands = outcome === "ok" ? undefined : ["pulumi plugin install resource aws 7.48.0"];
    expect(found?.commands).toEqual(commands);
  });
});

describe("the engine", () => {
  it.each([
    ["7.0.0", ">=7.0.0 <8", true],
    ["7.48.0", ">=7.0.0 <8", true],
    ["6.99.9", ">=7.0.0 <8", false],
    ["8.0.0", ">=7.0.0 <8", false],
  ])("%s within %s: %s", (version, range, expected) => {
    expect(isWithin(version, range)).toBe(expected);
  });

  it("has to be new enough, and a project's packages with it", () => {
    const packages = [
      { name: "@pulumi/aws", version: "6.0.0", expected: ">=7.0.0 <8", isOptional: false },
      { name: "@pulumi/azuread", version: undefined, expected: ">=6.0.0 <7", isOptional: false },
      { name: "@pulumi/policy", version: undefined, expected: ">=1.21.0 <2", isOptional: true },
    ];
    const found = examineEngine({ version: "3.218.9", origin: "found on PATH" }, packages);
    expect(found.map(({ name, outcome, commands = [] }) => [name, outcome, ...commands])).toEqual([
      ["pulumi", "missing"],
      ["@pulumi/aws", "missing", "npm install '@pulumi/aws@>=7.0.0 <8'"],
      ["@pulumi/azuread", "missing", "npm install '@pulumi/azuread@>=6.0.0 <7'"],
    ]);
    expect(examineEngine({ version: "3.219.0", origin: "found on PATH" }, [])).toMatchObject([{ outcome: "ok" }]);
  });
});
