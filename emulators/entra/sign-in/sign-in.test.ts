import { describe, expect, it } from "vitest";

import { type VerifiedAssertion, verifyResponse } from "#core/saml/response";

import { applicationAppRole } from "../provider/application-app-role";
import type { TenantCloud } from "../provider/cloud";
import { conditionalAccessPolicy } from "../provider/conditional-access-policy";
import {
  deploy,
  deployApplication,
  examplePassword,
  exampleRole,
  textOf,
} from "../provider/deployed-application.test-support";
import { group } from "../provider/group";
import { groupMember } from "../provider/group-member";
import { memoryCloud } from "../provider/memory-cloud";
import { namedLocation } from "../provider/named-location";
import { servicePrincipalTokenSigningCertificate } from "../provider/service-principal-token-signing-certificate";
import { user } from "../provider/user";
import type { User } from "../state/model";
import { updateServicePrincipal } from "../state/service-principals";
import { activateSigningCertificate, keepSigningCertificates } from "../state/signing-certificates";
import type { SignInClient } from "./client";
import { myApps } from "./my-apps";
import { signIn } from "./sign-in";

const now = new Date("2026-11-24T18:00:00Z");

async function prepared() {
  const cloud = memoryCloud(undefined, now);
  const made = await deployApplication(cloud);
  const userPrincipalName = textOf(made.developer.state["userPrincipalName"]);
  const groupId = textOf(made.developers.state["objectId"]);
  return { cloud, made, userPrincipalName, groupId };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

function attempt(
  { cloud, made, userPrincipalName }: Prepared,
  change: { userPrincipalName?: string; password?: string; applicationId?: string; client?: SignInClient } = {},
) {
  let count = 0;
  const request = { userPrincipalName, password: examplePassword, applicationId: made.clientId, client: {}, ...change };
  return signIn(cloud.read(), request, { now, newId: () => `fresh-${++count}` });
}

function assertionOf(prepared: Prepared, client: SignInClient = {}): VerifiedAssertion {
  const result = attempt(prepared, { client });
  if (result.outcome === "refused") throw new Error(result.refusal.code);
  const verified = verifyResponse(result.responseXml, [textOf(prepared.made.certificate.state["value"])]);
  if ("refusal" in verified) throw new Error(verified.refusal.code);
  return verified.assertion;
}

function mfaPolicy(made: Prepared["made"], groupId: string, change = {}) {
  return {
    displayName: "AWS Console – MFA",
    state: "enabled",
    conditions: {
      applications: { includedApplications: [made.clientId] },
      users: { includedGroups: [groupId] },
      clientAppTypes: ["all"],
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    ...change,
  };
}

describe("the response", () => {
  it("is signed by the active certificate, and addressed as AWS wants it", async () => {
    const assertion = assertionOf(await prepared());
    expect(assertion).toMatchObject({
      issuer: "https://sts.windows.net/7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f/",
      nameId: { value: "Test-Developer1@contoso.onmicrosoft.com" },
      audiences: ["https://signin.aws.amazon.com/saml"],
      notBefore: new Date("2026-11-24T17:55:00Z"),
      notOnOrAfter: new Date("2026-11-24T19:00:00Z"),
      subjectConfirmations: [{ recipient: "https://signin.aws.amazon.com/saml" }],
    });
  });

  it("carries the basic claims and those of the policy, in order; an empty property issues none", async () => {
    const { attributes } = assertionOf(await prepared());
    expect([...attributes.keys()].map((name) => name.replace(/^.*\//, ""))).toEqual([
      "tenantid",
      "objectidentifier",
      "displayname",
      "identityprovider",
      "authnmethodsreferences",
      "role",
      "givenname",
      "name",
      "Role",
      "RoleSessionName",
      "SessionDuration",
    ]);
    expect(attributes.get("https://aws.amazon.com/SAML/Attributes/Role")).toEqual([exampleRole.value]);
    expect(attributes.get("https://aws.amazon.com/SAML/Attributes/RoleSessionName")).toEqual([
      "Test-Developer1@contoso.onmicrosoft.com",
    ]);
    expect(attributes.get("https://aws.amazon.com/SAML/Attributes/SessionDuration")).toEqual(["3600"]);
  });

  it("tells of multi-factor authentication only after it", async () => {
    const ready = await prepared();
    const methods = (client: SignInClient) =>
      assertionOf(ready, client).attributes.get("http://schemas.microsoft.com/claims/authnmethodsreferences");
    expect(methods({ mfa: false })).toHaveLength(1);
    expect(methods({ mfa: true })).toContain("http://schemas.microsoft.com/claims/multipleauthn");
  });

  it.each([true, false])("has a role that is disabled as the tenant's switch says: %s", async (isClaimed) => {
    const ready = await prepared();
    const { assignment, role } = ready.made;
    // Disables the role, and then may not remove it.
    expect(() => applicationAppRole.delete(ready.cloud, role.id, {})).toThrow();
    expect(assignment.id).not.toBe("");
    ready.cloud.transact((tenant) => {
      tenant.switches.disabledRolesAreClaimed = isClaimed;
    });
    expect(assertionOf(ready).attributes.has("https://aws.amazon.com/SAML/Attributes/Role")).toBe(isClaimed);
  });
});

describe("a certificate rotation", () => {
  it("signs with the old certificate until the new one is made active", async () => {
    const ready = await prepared();
    const { certificate, principal } = ready.made;
    const next = await deploy(servicePrincipalTokenSigningCertificate, ready.cloud, {
      servicePrincipalId: principal.id,
    });
    const signedBy = (value: unknown) => {
      const result = attempt(ready);
      if (result.outcome === "refused") throw new Error(result.refusal.code);
      return "assertion" in verifyResponse(result.responseXml, [String(value)]);
    };
    expect([signedBy(certificate.state["value"]), signedBy(next.state["value"])]).toEqual([true, false]);
    const activate = (thumbprint: string) => {
      ready.cloud.transact((tenant) => {
        const servicePrincipalId = tenant.servicePrincipals[0]?.id ?? "";
        activateSigningCertificate(tenant, { servicePrincipalId, thumbprint });
      });
    };
    activate(textOf(next.state["thumbprint"]));
    expect([signedBy(certificate.state["value"]), signedBy(next.state["value"])]).toEqual([false, true]);
    expect(() => {
      activate("0".repeat(40));
    }).toThrow("Invalid value specified for property 'preferredTokenSigningKeyThumbprint'");
  });
});

describe("a sign-in is refused", () => {
  it.each([
    ["AADSTS50034", 401, { userPrincipalName: "nobody@contoso.onmicrosoft.com" }],
    ["AADSTS50126", 401, { password: "Wrong-Passw0rd!" }],
    ["AADSTS700016", 400, { applicationId: "11111111-1111-4111-8111-111111111111" }],
    ["AADSTS50126", 401, { userPrincipalName: "breakglass@contoso.onmicrosoft.com" }],
  ])("with %s (%i) for %j", async (code, status, change) => {
    expect(attempt(await prepared(), change)).toMatchObject({ outcome: "refused", refusal: { code, status } });
  });

  it.each([
    ["AADSTS50057", "disabled", { accountEnabled: false }],
    ["AADSTS50055", "expired", { forceChangePasswordNextSignIn: true }],
  ] as const)("with %s when the user is %s", async (code, words, change: Partial<User>) => {
    const ready = await prepared();
    ready.cloud.transact((tenant) => {
      for (const each of tenant.users) Object.assign(each, change);
    });
    expect(attempt(ready)).toMatchObject({ refusal: { code, message: expect.stringContaining(words) as string } });
  });

  it("with AADSTS50105 for somebody who is only a nested member", async () => {
    const ready = await prepared();
    const nested = await deploy(group, ready.cloud, { displayName: "Nested", securityEnabled: true });
    const guest = await deploy(user, ready.cloud, {
      displayName: "Test Guest",
      userPrincipalName: "Test-AWSGuest@contoso.onmicrosoft.com",
      password: examplePassword,
    });
    const add = (groupObjectId: string, memberObjectId: string) =>
      deploy(groupMember, ready.cloud, { groupObjectId, memberObjectId });
    await add(textOf(nested.state["objectId"]), textOf(guest.state["objectId"]));
    await add(ready.groupId, textOf(nested.state["objectId"]));
    const change = { userPrincipalName: "Test-AWSGuest@contoso.onmicrosoft.com" };
    expect(attempt(ready, change)).toMatchObject({
      refusal: {
        code: "AADSTS50105",
        status: 403,
        message: expect.stringContaining("not a direct member of a group with access") as string,
      },
    });
    // Conditional Access does follow nesting.
    await deploy(conditionalAccessPolicy, ready.cloud, mfaPolicy(ready.made, ready.groupId));
    expect(attempt(ready, change)).toMatchObject({ refusal: { code: "AADSTS50076" } });
  });

  const change = (cloud: TenantCloud, settings: Parameters<typeof updateServicePrincipal>[1]["settings"]) => {
    cloud.transact((tenant) => {
      updateServicePrincipal(tenant, { id: tenant.servicePrincipals[0]?.id ?? "", settings });
    });
  };

  it("when single sign-on is not SAML, the application is disabled, or no certificate is active", async () => {
    const ready = await prepared();
    change(ready.cloud, { preferredSingleSignOnMode: null });
    expect(attempt(ready)).toMatchObject({ refusal: { code: "SamlNotConfigured" } });
    change(ready.cloud, { preferredSingleSignOnMode: "saml", accountEnabled: false });
    expect(attempt(ready)).toMatchObject({ refusal: { code: "AADSTS7000112" } });
    change(ready.cloud, { accountEnabled: true });
    ready.cloud.transact((tenant) => {
      const servicePrincipalId = tenant.servicePrincipals[0]?.id ?? "";
      keepSigningCertificates(tenant, { servicePrincipalId, customKeyIdentifiers: new Set() });
    });
    expect(attempt(ready)).toMatchObject({ refusal: { code: "NoActiveSigningCertificate" } });
  });
});

describe("Conditional Access", () => {
  it("asks for multi-factor authentication by name of the policy, and lets in who has done it", async () => {
    const ready = await prepared();
    await deploy(conditionalAccessPolicy, ready.cloud, mfaPolicy(ready.made, ready.groupId));
    expect(attempt(ready)).toMatchObject({
      refusal: { code: "AADSTS50076", status: 401, policies: ["AWS Console – MFA"] },
    });
    expect(attempt(ready, { client: { mfa: true } }).outcome).toBe("issued");
  });

  it("only reports a policy that is report-only", async () => {
    const ready = await prepared();
    const state = "enabledForReportingButNotEnforced";
    await deploy(conditionalAccessPolicy, ready.cloud, mfaPolicy(ready.made, ready.groupId, { state }));
    const reportOnly = [{ displayName: "AWS Console – MFA", would: "challenge" }];
    expect(attempt(ready)).toMatchObject({ outcome: "issued", decision: { reportOnly } });
  });

  it("blocks a network, and cannot decide without the address", async () => {
    const ready = await prepared();
    const network = await deploy(namedLocation, ready.cloud, {
      displayName: "Blocked network",
      ip: { ipRanges: ["198.51.100.0/24"] },
    });
    const inputs = mfaPolicy(ready.made, ready.groupId);
    await deploy(conditionalAccessPolicy, ready.cloud, {
      ...inputs,
      displayName: "Blocked networks",
      conditions: { ...inputs.conditions, locations: { includedLocations: [textOf(network.state["objectId"])] } },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    });
    expect(attempt(ready, { client: { mfa: true, ipAddress: "198.51.100.7" } })).toMatchObject({
      refusal: { code: "AADSTS53003", status: 403, policies: ["Blocked networks"] },
    });
    expect(attempt(ready, { client: { mfa: true, ipAddress: "203.0.113.7" } }).outcome).toBe("issued");
    expect(attempt(ready, { client: { mfa: true } })).toMatchObject({
      refusal: { code: "UndeterminedConditionalAccess", policies: ["Blocked networks"] },
    });
  });
});

describe("My Apps", () => {
  it("shows the tile to those who are assigned, unless it is tagged as hidden", async () => {
    const { cloud, made } = await prepared();
    const tiles = () => cloud.read().users.map((each) => myApps(cloud.read(), each));
    expect(tiles()).toEqual([[], [{ appId: made.clientId, displayName: "Contoso AWS 111122223333" }]]);
    cloud.transact((tenant) => {
      tenant.servicePrincipals[0]?.tags.push("HideApp");
    });
    expect(tiles()).toEqual([[], []]);
  });
});
