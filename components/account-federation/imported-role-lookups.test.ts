import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { appRoleId } from "#core/naming";
import { clientId, importedAppRole, refusedBy } from "../../test/mocked-clouds";
import { type MockedEngine, registrations, valueOf } from "../../test/mocked-engine";
import { planAccountFederation } from "./account-federation-plan";
import { importedRoleLookups } from "./imported-role-lookups";
import { RoleMode } from "./role-mode";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

const administrator = "99990000-0000-4000-8000-000000000001";
const developer = "99990000-0000-4000-8000-000000000002";
const args: AccountFederationArgs = {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: { Administrator: {}, Developer: {} },
  roleMode: RoleMode.Imported,
};

const appRole = (role: string, id: string, enabled = true) => ({ ...importedAppRole(role, id), enabled });

/** A tenant whose application has these app roles, or that has no such application. */
function tenant(appRoles?: object[]): MockedEngine {
  return {
    answers: {
      "azuread:index/getApplication:getApplication": () => {
        if (appRoles === undefined) throw refusedBy("Application not found: No applications found matching filter");
        return { clientId };
      },
      "azuread:index/getServicePrincipal:getServicePrincipal": () => ({ id: "/servicePrincipals/x", appRoles }),
    },
  };
}

async function codesOf(engine: MockedEngine, change: Partial<AccountFederationArgs> = {}): Promise<string[]> {
  const given = { ...args, ...change };
  let problems: Problem[] = [];
  await registrations(async () => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
    const plan = planAccountFederation("a1", given, new Date());
    const lookups = importedRoleLookups("a1", given, plan, parent);
    problems = (await Promise.all(lookups.map(valueOf))).flat() as Problem[];
  }, engine);
  return problems.map(({ severity, code, property }) => `${severity} ${code} ${property}`);
}

const mistaken = ["error role-mode-switched roleMode"];

describe("importedRoleLookups", () => {
  it("asks nobody where roles are declared", async () => {
    expect(await codesOf({}, { roleMode: RoleMode.Declared })).toEqual([]);
  });

  it("finds nothing wrong before the first deployment, and with the ids of what is written", async () => {
    expect(await codesOf(tenant())).toEqual([]);
    expect(await codesOf(tenant([]))).toEqual([]);
    const written = [appRole("Administrator", administrator), appRole("Developer", developer)];
    const importedAppRoleIds = { Administrator: administrator, Developer: developer };
    expect(await codesOf(tenant(written), { importedAppRoleIds })).toEqual([]);
  });

  it("refuses an application whose app roles are declared, though the program has looked nothing up", async () => {
    const declared = appRole("Developer", appRoleId("111122223333", "Developer"));
    expect(await codesOf(tenant([declared]))).toEqual(mistaken);
    const existing = {
      existingApplicationObjectId: pulumi.output("aaaa0000-0000-4000-8000-000000000005"),
      existingSamlProviderArn: "arn:aws:iam::111122223333:saml-provider/EntraID",
    };
    expect(await codesOf(tenant([declared]), existing)).toEqual(mistaken);
  });

  it("refuses the app role of another role, and warns of one that is disabled or not given", async () => {
    const written = [appRole("Administrator", administrator), appRole("Developer", developer, false)];
    expect(await codesOf(tenant(written), { importedAppRoleIds: { Developer: administrator } })).toEqual([
      "warning imported-app-role-disabled roles.Developer",
      "warning imported-app-role-not-given importedAppRoleIds.Administrator",
      "error imported-app-role-other importedAppRoleIds.Developer",
    ]);
  });
});
