import { afterEach, describe, expect, it } from "vitest";
import * as pulumi from "@pulumi/pulumi";
import { appRoleId } from "#core/naming";
import { cloudsWithAppRoles, mockedClouds } from "../../test/mocked-clouds";
import { type Registered, registrations, valueOf } from "../../test/mocked-engine";
import program from "./index";

const password = "Made-up-passw0rd";
const user = (name: string) => ({ userPrincipalName: `${name}@contoso.onmicrosoft.com` });

function configure(accountId: string, settings: object = {}): void {
  pulumi.runtime.setAllConfig({
    "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
    "entra-aws:account": JSON.stringify({
      company: "Contoso",
      account: { id: accountId, name: "Account1" },
      roles: { Developer: { members: [user("alice").userPrincipalName, user("bob").userPrincipalName] } },
      testUsers: { alice: user("alice") },
      ...settings,
    }),
    "entra-aws:testUserPasswords": JSON.stringify({ alice: password }),
  });
}

describe("the account stack", () => {
  afterEach(() => {
    pulumi.runtime.setAllConfig({});
  });

  it("makes the members that it has as test users, and looks up the others", async () => {
    configure("111122223333");
    const registered = await registrations(program, mockedClouds());
    const members = registered.filter(({ type }) => type.endsWith(":GroupMember"));
    expect(members.map(({ name, inputs }) => [name, inputs["memberObjectId"]])).toEqual([
      ["Account1-Developer-group-member-alice@contoso.onmicrosoft.com", "alice-user-object-id"],
      ["Account1-Developer-group-member-bob@contoso.onmicrosoft.com", "object id of bob@contoso.onmicrosoft.com"],
    ]);
  });

  it("hands the password on as a secret only", async () => {
    configure("111122223333");
    const registered = await registrations(program, mockedClouds());
    const passwords = registered.flatMap(({ inputs }) => ("password" in inputs ? [inputs["password"]] : []));
    expect(passwords).toEqual([{ secret: password }, { secret: password }]);
  });

  it("repeats no password that was set without a path", async () => {
    configure("111122223333");
    pulumi.runtime.setConfig("entra-aws:testUserPasswords", password);
    const refusal = program().then(
      () => "nothing was refused",
      (error: unknown) => String(error),
    );
    expect(await refusal).toContain("testUserPasswords");
    expect(await refusal).not.toContain(password);
  });

  it("outputs what people need to sign in", async () => {
    configure("111122223333");
    const outputs: Record<string, unknown> = {};
    await registrations(async () => {
      for (const [name, output] of Object.entries(await program())) {
        outputs[name] = await valueOf(pulumi.output<unknown>(output));
      }
    }, mockedClouds());
    expect(outputs).toEqual({
      signInUrl:
        "https://launcher.myapps.microsoft.com/api/signin/cccc0000-0000-4000-8000-000000000006?tenantId=7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
      applicationId: "aaaa0000-0000-4000-8000-000000000005",
      clientId: "cccc0000-0000-4000-8000-000000000006",
      roleArns: { Developer: "arn:aws:iam::111122223333:role/Developer" },
      groups: { Developer: "AWS-Account1-Developers" },
      inventory: expect.stringMatching(/^# Inventory of [\s\S]*\| IAM role \| Developer \|/) as string,
      manualSteps: [],
      sessionNameForm: "<role>/<userPrincipalName> @ 111122223333",
    });
  });

  it("registers nothing with credentials of another account", async () => {
    configure("444455556666");
    let refusal: unknown;
    const registered = await registrations(async () => {
      await program().catch((error: unknown) => {
        refusal = error;
      });
    }, mockedClouds());
    expect(registered).toEqual([]);
    expect(String(refusal)).toMatch(
      /credentials-of-another-account[\s\S]*"444455556666"[\s\S]*"111122223333"[\s\S]*aws:assumeRoles/,
    );
  });

  describe("where roles are imported", () => {
    const value = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";
    const imported = { id: "99990000-0000-4000-8000-000000000001", value, enabled: true };

    const assigned = (registered: readonly Registered[]) =>
      registered.flatMap(({ type, inputs }) => (type.endsWith(":AppRoleAssignment") ? [inputs["appRoleId"]] : []));

    it("assigns nothing in the first deployment, and what the service has written in the next", async () => {
      configure("111122223333", { roleMode: "imported" });
      const first = await registrations(program, mockedClouds());
      expect(first.some(({ type }) => type.endsWith(":SynchronizationJob"))).toBe(true);
      expect(assigned(first)).toEqual([]);
      expect(assigned(await registrations(program, cloudsWithAppRoles([])))).toEqual([]);
      expect(assigned(await registrations(program, cloudsWithAppRoles([imported])))).toEqual([imported.id]);
    });

    it.each([
      ["imported", { ...imported, id: appRoleId("111122223333", "Developer") }],
      ["declared", imported],
    ])("registers nothing in mode %s beside app roles of the other", async (roleMode, appRole) => {
      configure("111122223333", { roleMode });
      let refusal: unknown;
      const registered = await registrations(
        async () => {
          await program().catch((error: unknown) => {
            refusal = error;
          });
        },
        cloudsWithAppRoles([appRole]),
      );
      expect(registered).toEqual([]);
      expect(String(refusal)).toMatch(/AccountFederation "Account1"[\s\S]*role-mode-switched[\s\S]*to change the mode/);
    });
  });
});
