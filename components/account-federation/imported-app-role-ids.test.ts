import { describe, expect, it, vi } from "vitest";
import * as pulumi from "@pulumi/pulumi";
import { appRoleId } from "#core/naming";
import { certificate, clientId, mockedClouds, refusedBy } from "../../test/mocked-clouds";
import { type MockedEngine, registrations } from "../../test/mocked-engine";
import { importedAppRoleIds } from "./imported-app-role-ids";
import { RoleMode } from "./role-mode";
import type { AccountFederationArgs } from "./account-federation-args";

const imported = "99990000-0000-4000-8000-000000000001";
const value = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";
const args: AccountFederationArgs = {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: { Administrator: {}, Developer: {} },
  roleMode: RoleMode.Imported,
};

const application = "azuread:index/getApplication:getApplication";
const servicePrincipal = "azuread:index/getServicePrincipal:getServicePrincipal";

function tenant(answers: MockedEngine["answers"]): MockedEngine {
  return { ...mockedClouds(), answers };
}

const found = (appRole: object) =>
  tenant({
    [application]: () => ({ clientId }),
    [servicePrincipal]: () => ({ appRoles: [{ id: imported, value, enabled: true, ...appRole }] }),
  });

async function lookUp(engine: MockedEngine, change: Partial<AccountFederationArgs> = {}): Promise<unknown> {
  let outcome: unknown;
  const registered = await registrations(async () => {
    outcome = await importedAppRoleIds({ ...args, ...change }).catch(String);
  }, engine);
  expect(registered).toEqual([]);
  return outcome;
}

describe("importedAppRoleIds", () => {
  it("finds the application by its identifier URI, whatever it is called, and reads its service principal", async () => {
    const asked: unknown[] = [];
    const engine = tenant({
      [application]: (inputs) => (asked.push(inputs), { clientId }),
      [servicePrincipal]: (inputs) => (asked.push(inputs), { appRoles: [{ id: imported, value, enabled: true }] }),
    });
    expect(await lookUp(engine)).toEqual({ Developer: imported });
    expect(asked).toEqual([{ identifierUri: "https://signin.aws.amazon.com/saml#111122223333" }, { clientId }]);
  });

  it.each([
    `Application not found: No applications found matching filter: "identifierUris/any(uri:uri eq 'x')"`,
    `invocation of azuread:index/getApplication:getApplication returned an error: Application with identifier URI "x" was not found`,
  ])("has nothing where the application is not there yet: %s", async (message) => {
    const missing = tenant({
      [application]: () => {
        throw refusedBy(message);
      },
    });
    expect(await lookUp(missing)).toEqual({});
  });

  it.each([
    "Tenant not found",
    "Authorization_RequestDenied: Insufficient privileges to complete the operation.",
    "AADSTS700016: Application with identifier 'cccc0000-0000-4000-8000-000000000009' was not found in the directory",
  ])("takes no other failure for a missing application: %s", async (message) => {
    const failing = tenant({
      [application]: () => {
        throw refusedBy(message);
      },
    });
    expect(await lookUp(failing)).toContain(message);
  });

  it("looks at an existing application by its object id", async () => {
    const objectId = "aaaa0000-0000-4000-8000-000000000005";
    const engine = tenant({
      [application]: (inputs) => {
        if (inputs["objectId"] === objectId) return { clientId };
        throw refusedBy("Application not found");
      },
      [servicePrincipal]: () => ({ appRoles: [{ id: imported, value, enabled: true }] }),
    });
    const existing = { existingApplicationObjectId: objectId, signingCertificates: [certificate] };
    expect(await lookUp(engine, existing)).toEqual({ Developer: imported });
    expect(await lookUp(engine)).toEqual({});
  });

  it("refuses a mode that does not fit what is there, in either direction", async () => {
    const declared = found({ id: appRoleId("111122223333", "Developer") });
    expect(await lookUp(declared)).toMatch(
      /AccountFederation "Account1"[\s\S]*role-mode-switched[\s\S]*pulumi destroy/,
    );
    expect(await lookUp(declared, { roleMode: undefined })).toEqual({});
    expect(await lookUp(found({}), { roleMode: RoleMode.Declared })).toMatch(
      /role-mode-switched[\s\S]*provisioning job/,
    );
  });

  it("refuses to declare roles of an application that the stack imports, before the first cycle too", async () => {
    const urn =
      "urn:pulumi:stack::project::azuread:index/synchronizationJob:SynchronizationJob::a1-role-provisioning-job";
    const service = "/servicePrincipals/55550000-0000-4000-8000-000000000007";
    const holding = (servicePrincipalId: string, appRoles: object[] = []) =>
      tenant({
        [application]: () => ({ clientId }),
        [servicePrincipal]: () => ({ id: service, appRoles }),
        "pulumi:pulumi:readStackResourceOutputs": () => ({
          outputs: {
            [urn]: {
              type: "azuread:index/synchronizationJob:SynchronizationJob",
              outputs: { servicePrincipalId },
            },
          },
        }),
      });
    const declared = { roleMode: RoleMode.Declared };
    expect(await lookUp(holding(service), declared)).toMatch(
      /role-mode-switched[\s\S]*a1-role-provisioning-job[\s\S]*pulumi destroy/,
    );
    expect(await lookUp(holding("/servicePrincipals/another"), declared)).toEqual({});
    expect(await lookUp(holding(service))).toEqual({});
  });

  it("tells every problem of the arguments before it asks anybody", async () => {
    const nobody = tenant({});
    expect(await lookUp(nobody, { tenantId: "contoso" })).toMatch(/AccountFederation "Account1"[\s\S]*tenantId/);
  });

  it("refuses an existing application whose id is still to come, and takes one that is not there for no empty one", async () => {
    const existing = { signingCertificates: [certificate] };
    const output = { ...existing, existingApplicationObjectId: pulumi.output("aaaa0000-0000-4000-8000-000000000005") };
    expect(await lookUp(tenant({}), output)).toMatch(/existingApplicationObjectId {2}\(existing-application-unknown\)/);
    const gone = tenant({
      [application]: () => {
        throw refusedBy("Application not found");
      },
    });
    const text = { ...existing, existingApplicationObjectId: "aaaa0000-0000-4000-8000-000000000005" };
    expect(await lookUp(gone, text)).toContain("Application not found");
  });

  it("keeps an app role that is disabled, and warns about one that is declared", async () => {
    const said: string[] = [];
    const warn = vi.spyOn(pulumi.log, "warn").mockImplementation((message) => {
      said.push(message);
      return Promise.resolve();
    });
    expect(await lookUp(found({ enabled: false }))).toEqual({ Developer: imported });
    // The federation says it, which looks as well.
    expect(said).toEqual([]);
    const declared = found({ id: appRoleId("111122223333", "Developer"), enabled: false });
    expect(await lookUp(declared, { roleMode: RoleMode.Declared })).toEqual({});
    warn.mockRestore();
    expect(said).toEqual([expect.stringMatching(/roles\.Developer {2}\(declared-app-role-disabled\)/)]);
  });
});
