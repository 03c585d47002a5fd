import { describe, expect, it } from "vitest";
import { claimsPolicyDefinition } from "#core/entra";
import { InvalidArguments } from "#core/problems";
import { buildMetadata, parseMetadata } from "#core/saml/metadata";
import { testCertificate } from "../../test/fixtures/test-certificate";
import { certificate, clientId, explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { isSecret, type Registered, registrations, unknown, valueOf } from "../../test/mocked-engine";
import { EnterpriseApplication, planEnterpriseApplication } from "./enterprise-application";
import type { EnterpriseApplicationArgs } from "./enterprise-application-args";
import type { EntraCloud } from "./entra-cloud";
import { SessionNameSource } from "./session-name-source";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const args: EnterpriseApplicationArgs = {
  tenantId,
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  notificationEmailAddresses: ["identity@contoso.com"],
};

async function childrenOf(preview: boolean): Promise<Registered[]> {
  const program = () => new EnterpriseApplication("app", args, explicitProviders());
  return (await registrations(program, mockedClouds({ preview }))).filter(({ parent }) => parent === "app");
}

function problemsOf(change: Partial<EnterpriseApplicationArgs>): string[] {
  try {
    return planEnterpriseApplication("app", { ...args, ...change }).warnings.map(
      ({ code, property }) => `${code} ${property}`,
    );
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal.problems.map(({ code, property }) => `${code} ${property}`);
    throw refusal;
  }
}

describe("EnterpriseApplication", () => {
  it("registers the recipe that azuread accepts, under itself, with the tenant's provider", async () => {
    const children = await childrenOf(false);
    expect(
      children.map(({ type, name, provider }) => [type.replace(/^azuread:index\/.*:/, ""), name, provider]).sort(),
    ).toEqual([
      ["ApplicationFromTemplate", "app-application", "the-tenant"],
      ["ApplicationIdentifierUri", "app-identifier-uri", "the-tenant"],
      ["ClaimsMappingPolicy", "app-claims-policy", "the-tenant"],
      ["ServicePrincipal", "app-service-principal", "the-tenant"],
      ["ServicePrincipalClaimsMappingPolicyAssignment", "app-claims-policy-assignment", "the-tenant"],
      ["ServicePrincipalTokenSigningCertificate", "app-certificate", "the-tenant"],
    ]);
  });

  it("keeps SAML mode before identifier URI, certificate and claims, and the certificate on delete", async () => {
    const by = new Map((await childrenOf(false)).map((child) => [child.name, child]));
    expect(by.get("app-identifier-uri")?.dependencies).toContain("app-service-principal");
    expect(by.get("app-certificate")?.dependencies).toContain("app-identifier-uri");
    expect(by.get("app-claims-policy-assignment")?.dependencies).toContain("app-certificate");
    expect(by.get("app-certificate")?.retainOnDelete).toBe(true);
    expect(by.get("app-claims-policy-assignment")?.deleteBeforeReplace).toBe(true);
  });

  it("knows at preview all but what the tenant invents", async () => {
    const inputs = Object.fromEntries((await childrenOf(true)).map(({ name, inputs: given }) => [name, given]));
    expect(inputs).toEqual({
      "app-application": {
        displayName: "Contoso AWS Account1 (111122223333)",
        templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
      },
      "app-service-principal": {
        clientId: unknown,
        useExisting: true,
        preferredSingleSignOnMode: "saml",
        appRoleAssignmentRequired: true,
        // No `HideApp`: the tile stays visible in My Apps.
        tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
        notificationEmailAddresses: ["identity@contoso.com"],
      },
      "app-identifier-uri": {
        applicationId: unknown,
        identifierUri: "https://signin.aws.amazon.com/saml#111122223333",
      },
      "app-certificate": {
        servicePrincipalId: unknown,
        displayName: "CN=Microsoft Azure Federated SSO Certificate",
      },
      "app-claims-policy": {
        displayName: "AWS Account1 claims",
        definitions: [claimsPolicyDefinition({ sessionDuration: 3600, sessionNameSource: "userprincipalname" })],
      },
      "app-claims-policy-assignment": { servicePrincipalId: unknown, claimsMappingPolicyId: unknown },
    });
  });

  it("builds metadata that is not secret, from the certificate that azuread marks secret", async () => {
    const found: unknown[] = [];
    await registrations(async () => {
      const { metadataXml } = new EnterpriseApplication("app", args);
      found.push(await isSecret(metadataXml), await valueOf(metadataXml));
    }, mockedClouds());
    expect(found).toEqual([false, buildMetadata({ tenantId, certificates: [certificate] })]);
  });

  it("lists further certificates in the metadata beside its own", async () => {
    const next = testCertificate().certificate;
    let xml: unknown;
    await registrations(async () => {
      xml = await valueOf(new EnterpriseApplication("app", { ...args, additionalCertificates: [next] }).metadataXml);
    }, mockedClouds());
    expect(parseMetadata(String(xml))).toMatchObject({ metadata: { certificates: [certificate, next] } });
  });

  it("gives the link by which people sign in", async () => {
    let url: unknown;
    await registrations(async () => {
      url = await valueOf(new EnterpriseApplication("app", args).signInUrl);
    }, mockedClouds());
    expect(url).toBe(`https://launcher.myapps.microsoft.com/api/signin/${clientId}?tenantId=${tenantId}`);
  });

  it.each<[what: string, change: Partial<EnterpriseApplicationArgs>, problems: string[]]>([
    ["a claim of 900 seconds", { sessionDuration: 900 }, []],
    ["a claim of 899 seconds", { sessionDuration: 899 }, ["session-duration-out-of-range sessionDuration"]],
    ["a claim of 43,200 seconds", { sessionDuration: 43_200 }, []],
    ["a claim of 43,201 seconds", { sessionDuration: 43_201 }, ["session-duration-out-of-range sessionDuration"]],
    ["a tenant that is a domain", { tenantId: "contoso.onmicrosoft.com" }, ["object-id-malformed tenantId"]],
    [
      "an address that is none",
      { notificationEmailAddresses: ["identity"] },
      ["email-address-malformed notificationEmailAddresses[0]"],
    ],
    [
      "a certificate that is none",
      { additionalCertificates: ["AAAA"] },
      ["certificate-malformed additionalCertificates[0]"],
    ],
    ["nine further certificates", { additionalCertificates: Array<string>(9).fill(certificate) }, []],
    [
      "ten further certificates",
      { additionalCertificates: Array<string>(10).fill(certificate) },
      ["certificates-too-many additionalCertificates"],
    ],
    [
      "another session name source",
      { sessionNameSource: "nickname" as SessionNameSource },
      ["session-name-source-unknown sessionNameSource"],
    ],
    ["partition aws-us-gov", { account: { id: "111122223333", name: "Account1", partition: "aws-us-gov" } }, []],
    ["a cloud that is none", { entraCloud: "germany" as EntraCloud }, ["entra-cloud-unknown entraCloud"]],
    ["no certificate of its own", { signingCertificates: [] }, ["certificates-missing signingCertificates"]],
    [
      "own certificates that are none",
      { signingCertificates: ["x"] },
      ["certificate-malformed signingCertificates[0]"],
    ],
    [
      "settings of an existing application",
      {
        existingApplicationObjectId: "/applications/x",
        displayName: "a",
        claimsPolicyName: "b",
        sessionDuration: 3600,
        sessionNameSource: "mail",
      },
      [
        "object-id-malformed existingApplicationObjectId",
        "setting-of-existing-thing displayName",
        "setting-of-existing-thing claimsPolicyName",
        "setting-of-existing-thing sessionDuration",
        "setting-of-existing-thing sessionNameSource",
        "setting-of-existing-thing notificationEmailAddresses",
      ],
    ],
  ])("judges %s", (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it.each(Object.values(SessionNameSource))("takes %s as the session's name", (sessionNameSource) => {
    expect(problemsOf({ sessionNameSource })).toEqual([]);
  });
});
