import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { entraClouds } from "#core/entra";
import { appRoleId } from "#core/naming";
import { buildMetadata } from "#core/saml/metadata";
import { certificate, explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { isSecret, type Registered, registrations, unknown, valueOf } from "../../test/mocked-engine";
import { AccountFederation } from "./account-federation";
import { EntraCloud } from "../entra/entra-cloud";
import type { AccountFederationArgs } from "./account-federation-args";

const alice = "0e0e0000-0000-4000-8000-000000000001";
const breakGlass = "b4ea6100-0000-4000-8000-000000000001";
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const args: AccountFederationArgs = {
  tenantId,
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"], members: { "alice@contoso.com": alice } },
    Developer: { managedPolicies: ["AmazonS3FullAccess"], maxSessionDuration: 14_400 },
  },
  protectFederation: true,
  conditionalAccess: { requireMfa: true, excludedGroupIds: [breakGlass] },
};

function run(change: Partial<AccountFederationArgs> = {}, preview = false): Promise<Registered[]> {
  const program = () => new AccountFederation("a1", { ...args, ...change }, explicitProviders());
  return registrations(program, mockedClouds({ preview }));
}

function inputsOf(registered: readonly Registered[], name: string): Record<string, unknown> {
  return registered.find((resource) => resource.name === name)?.inputs ?? {};
}

/** Everything that has to be there before, directly or through others. */
function requiredBy(registered: readonly Registered[], name: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string): void => {
    for (const next of registered.find((resource) => resource.name === at)?.dependencies ?? []) {
      if (!found.has(next)) {
        found.add(next);
        visit(next);
      }
    }
  };
  visit(name);
  return found;
}

const byName = ([, a = ""]: string[], [, b = ""]: string[]): number => (a < b ? -1 : 1);

const shortType = (type: string): string => type.replace(/^.*:/, "");

describe("AccountFederation", () => {
  it("is made of the components, each under it", async () => {
    const registered = await run();
    const children = registered
      .filter(({ parent }) => parent === "a1")
      .map(({ type, name }) => [shortType(type), name]);
    expect(children).toEqual(
      [
        ["EnterpriseApplication", "a1-application"],
        ["SamlIdentityProvider", "a1-saml-provider"],
        ["FederationBoundary", "a1-boundary"],
        ["FederatedRole", "a1-Administrator-role"],
        ["RoleGroup", "a1-Administrator-group"],
        ["RoleAssignment", "a1-Administrator-assignment"],
        ["FederatedRole", "a1-Developer-role"],
        ["RoleGroup", "a1-Developer-group"],
        ["RoleAssignment", "a1-Developer-assignment"],
        ["ConsoleMfaPolicy", "a1-console-mfa"],
      ].sort(byName),
    );
  });

  it("reaches each cloud by the provider that was given for it", async () => {
    const resources = (await run()).filter(({ type }) => /^(aws|azuread):/.test(type));
    const wrong = resources.filter(
      ({ type, provider }) => provider !== (type.startsWith("aws:") ? "the-account" : "the-tenant"),
    );
    expect(resources.length).toBe(20);
    expect(wrong).toEqual([]);
  });

  it("names everything by the convention", async () => {
    const registered = await run();
    const names = registered.flatMap(({ type, inputs }) => {
      const name = inputs["displayName"] ?? inputs["name"];
      return /^(aws|azuread):/.test(type) && typeof name === "string" ? [`${shortType(type)} ${name}`] : [];
    });
    expect(names.sort()).toEqual(
      [
        "ApplicationFromTemplate Contoso AWS Account1 (111122223333)",
        "ApplicationAppRole Administrator,EntraID",
        "ApplicationAppRole Developer,EntraID",
        "ClaimsMappingPolicy AWS Account1 claims",
        "ConditionalAccessPolicy AWS Console – MFA – Account1",
        "Group AWS-Account1-Administrators",
        "Group AWS-Account1-Developers",
        "Policy EntraFederationBoundary",
        "Role Administrator",
        "Role Developer",
        "SamlProvider EntraID",
        "ServicePrincipalTokenSigningCertificate CN=Microsoft Azure Federated SSO Certificate",
      ].sort(),
    );
  });

  it("makes only the application in a cloud whose Graph makes no certificate, until one is given", async () => {
    const typesOf = async (change: Partial<AccountFederationArgs>) =>
      (await run({ entraCloud: EntraCloud.UsGov, ...change }))
        .filter(({ type }) => /^(aws|azuread):/.test(type))
        .map(({ type }) => shortType(type))
        .sort();
    const alone = [
      "ApplicationFromTemplate",
      "ApplicationIdentifierUri",
      "ClaimsMappingPolicy",
      "ServicePrincipal",
      "ServicePrincipalClaimsMappingPolicyAssignment",
    ];
    expect(await typesOf({})).toEqual(alone);
    const whole = (await typesOf({ entraCloud: undefined })).filter((type) => !type.includes("Certificate"));
    expect(await typesOf({ signingCertificates: [certificate] })).toEqual(whole);
    const xml = buildMetadata({ tenantId, certificates: [certificate], cloud: entraClouds.usgov });
    expect(await typesOf({ metadata: { xml } })).toEqual(whole);
  });

  it("takes issuer and endpoints of the tenant's cloud into the metadata", async () => {
    const registered = await run({ entraCloud: EntraCloud.China, signingCertificates: [certificate] });
    expect(inputsOf(registered, "a1-saml-provider-provider")["samlMetadataDocument"]).toBe(
      buildMetadata({ tenantId, certificates: [certificate], cloud: entraClouds.china }),
    );
  });

  it("leaves unknown at preview only what a cloud invents: ids, and metadata with the certificate", async () => {
    const registered = (await run({}, true)).filter(({ type }) => /^(aws|azuread):/.test(type));
    const open = registered.flatMap(({ type, inputs }) =>
      Object.entries(inputs)
        .filter(([, value]) => JSON.stringify(value).includes(unknown))
        .map(([property]) => `${shortType(type)}.${property}`),
    );
    expect([...new Set(open)].sort()).toEqual([
      "AppRoleAssignment.principalObjectId",
      "AppRoleAssignment.resourceObjectId",
      "ApplicationAppRole.applicationId",
      "ApplicationIdentifierUri.applicationId",
      "ConditionalAccessPolicy.conditions",
      "GroupMember.groupObjectId",
      "SamlProvider.samlMetadataDocument",
      "ServicePrincipal.clientId",
      "ServicePrincipalClaimsMappingPolicyAssignment.claimsMappingPolicyId",
      "ServicePrincipalClaimsMappingPolicyAssignment.servicePrincipalId",
      "ServicePrincipalTokenSigningCertificate.servicePrincipalId",
    ]);
  });

  it("gives AWS metadata that is not secret, and hands it out", async () => {
    const found: unknown[] = [];
    const registered = await registrations(async () => {
      const { metadataXml } = new AccountFederation("a1", args);
      found.push(await isSecret(metadataXml), await valueOf(metadataXml));
    }, mockedClouds());
    const metadata = buildMetadata({ tenantId, certificates: [certificate] });
    expect(found).toEqual([false, metadata]);
    expect(inputsOf(registered, "a1-saml-provider-provider")["samlMetadataDocument"]).toBe(metadata);
  });

  it("takes a downloaded document in place of its own", async () => {
    const xml = buildMetadata({ tenantId, certificates: [certificate] }).replace(/ ID="[^"]*"/, ` ID="_download"`);
    const registered = await run({ metadata: { xml } }, true);
    const document = inputsOf(registered, "a1-saml-provider-provider")["samlMetadataDocument"];
    expect(document).toBe(buildMetadata({ tenantId, certificates: [certificate] }));
  });

  it("assigns a role only after its provider, its policies and the application's certificate are there", async () => {
    const needed = requiredBy(await run(), "a1-Developer-assignment-assignment");
    for (const name of [
      "a1-Developer-assignment-app-role",
      "a1-Developer-role-AmazonS3FullAccess",
      "a1-Developer-role-role",
      "a1-boundary-policy",
      "a1-saml-provider-provider",
      "a1-application-certificate",
      "a1-application-service-principal",
    ]) {
      expect(needed).toContain(name);
    }
    expect(needed).not.toContain("a1-Administrator-role-role");
  });

  it("shows its own warnings beside itself", async () => {
    const shown: string[] = [];
    const warn = vi.spyOn(pulumi.log, "warn").mockImplementation((message) => {
      shown.push(message);
      return Promise.resolve();
    });
    await run({ roles: { Developer: { members: { "eve#EXT#@contoso.com": alice } } } });
    warn.mockRestore();
    expect(shown).toEqual([expect.stringMatching(/^AccountFederation "a1": 1 warning[\s\S]*session-name-guest/)]);
  });

  it("makes app roles after the service principal, even where the metadata is given", async () => {
    const metadata = { xml: buildMetadata({ tenantId, certificates: [certificate] }) };
    const needed = requiredBy(await run({ metadata }), "a1-Developer-assignment-app-role");
    expect(needed).toContain("a1-application-service-principal");
  });

  it("lets the boundary be only where a role has none of its own", async () => {
    const own = "arn:aws:iam::111122223333:policy/Own";
    const registered = await run({
      roles: { ...args.roles, Auditor: { managedPolicies: ["SecurityAudit"], permissionsBoundary: own } },
    });
    const boundaryOf = (role: string) => inputsOf(registered, `a1-${role}-role-role`)["permissionsBoundary"];
    expect(boundaryOf("Administrator")).toBe("arn:aws:iam::111122223333:policy/EntraFederationBoundary");
    expect(boundaryOf("Developer")).toBe("arn:aws:iam::111122223333:policy/EntraFederationBoundary");
    expect(boundaryOf("Auditor")).toBe(own);
  });

  it("makes neither boundary nor Conditional Access policy unless asked to", async () => {
    const registered = await run({ protectFederation: undefined, conditionalAccess: undefined });
    const types = registered.map(({ type }) => shortType(type));
    expect(types).not.toContain("FederationBoundary");
    expect(types).not.toContain("ConsoleMfaPolicy");
    expect(inputsOf(registered, "a1-Developer-role-role")["permissionsBoundary"]).toBeUndefined();
  });

  it("changes no other role's resources when a role is added", async () => {
    // The boundary names every role that it protects; without it the roles have nothing in common.
    const plain = { protectFederation: false, conditionalAccess: undefined };
    const before = (await run(plain)).filter(({ type }) => /^(aws|azuread):/.test(type));
    const roles = { Auditor: { managedPolicies: ["SecurityAudit"] }, ...args.roles };
    const after = await run({ ...plain, roles });
    const kept = before.map(({ name }) => after.find((resource) => resource.name === name));
    expect(kept).toEqual(before);
  });

  it("claims the shortest of the roles' maxima as length of a session", async () => {
    const roles = { A: { maxSessionDuration: 7200 }, B: { maxSessionDuration: 28_800 } };
    const [definition] = inputsOf(await run({ roles }), "a1-application-claims-policy")["definitions"] as string[];
    expect(definition).toContain(`"Value":"7200"`);
  });

  it("hands out ARNs and groups by role, the ARNs known at preview", async () => {
    const found: unknown[] = [];
    await registrations(
      async () => {
        const { roleArns, groupNames, groupObjectIds } = new AccountFederation("a1", args);
        found.push(await valueOf(roleArns), await valueOf(groupNames), await valueOf(groupObjectIds));
      },
      mockedClouds({ preview: true }),
    );
    expect(found).toEqual([
      {
        Administrator: "arn:aws:iam::111122223333:role/Administrator",
        Developer: "arn:aws:iam::111122223333:role/Developer",
      },
      { Administrator: "AWS-Account1-Administrators", Developer: "AWS-Account1-Developers" },
      unknown,
    ]);
  });

  it("gives app roles the ids that account and role name have for good", async () => {
    const registered = await run();
    expect(inputsOf(registered, "a1-Developer-assignment-app-role")["roleId"]).toBe(
      appRoleId("111122223333", "Developer"),
    );
  });
});
