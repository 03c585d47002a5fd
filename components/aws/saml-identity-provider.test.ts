import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { InvalidArguments } from "#core/problems";
import { buildMetadata } from "#core/saml/metadata";
import { testCertificate } from "../../test/fixtures/test-certificate";
import { certificate, explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, valueOf } from "../../test/mocked-engine";
import {
  planSamlIdentityProvider,
  SamlIdentityProvider,
  type SamlIdentityProviderArgs,
} from "./saml-identity-provider";

const now = new Date("2026-11-24T00:00:00Z");
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const metadataXml = buildMetadata({ tenantId, certificates: [certificate] });
const args: SamlIdentityProviderArgs = { account: { id: "111122223333", name: "Account1" }, metadataXml };
const arn = "arn:aws:iam::111122223333:saml-provider/EntraID";

/** The same document as Entra would hand it out another time. */
function downloadedAgain(xml: string): string {
  return xml.replace(/ ID="[^"]*"/, ` ID="_another-download"`);
}

function problemsOf(metadata: string): string[] {
  try {
    const { warnings } = planSamlIdentityProvider("provider", { ...args, metadataXml: metadata }, now);
    return warnings.map(({ severity, code }) => `${severity} ${code}`);
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal.problems.map(({ severity, code }) => `${severity} ${code}`);
    throw refusal;
  }
}

async function documentFor(xml: string): Promise<unknown> {
  const program = () => new SamlIdentityProvider("provider", { ...args, metadataXml: xml });
  const registered = await registrations(program, mockedClouds());
  return registered.find(({ name }) => name === "provider-provider")?.inputs["samlMetadataDocument"];
}

describe("SamlIdentityProvider", () => {
  it("registers the provider under itself, with the account's provider, all inputs known at preview", async () => {
    let known: unknown;
    const registered = await registrations(
      async () => {
        known = await valueOf(new SamlIdentityProvider("provider", args, explicitProviders()).arn);
      },
      mockedClouds({ preview: true }),
    );
    const [child, ...others] = registered.filter(({ parent }) => parent === "provider");
    expect(others).toEqual([]);
    expect(child).toMatchObject({
      type: "aws:iam/samlProvider:SamlProvider",
      name: "provider-provider",
      provider: "the-account",
      inputs: { name: "EntraID", samlMetadataDocument: metadataXml },
    });
    expect(known).toBe(arn);
  });

  it("hands one and the same document to AWS for two downloads that say the same", async () => {
    expect(downloadedAgain(metadataXml)).not.toBe(metadataXml);
    expect(await documentFor(downloadedAgain(metadataXml))).toBe(metadataXml);
  });

  it("hands another document to AWS when a certificate joins", async () => {
    const both = buildMetadata({ tenantId, certificates: [certificate, testCertificate().certificate] });
    expect(await documentFor(both)).toBe(both);
  });

  it("hands on a document with an end of validity as it is", async () => {
    const ending = metadataXml.replace(" entityID=", ` validUntil="2040-01-01T00:00:00Z" entityID=`);
    expect(await documentFor(ending)).toBe(ending);
  });

  it("takes metadata without a problem", () => {
    expect(problemsOf(metadataXml)).toEqual([]);
  });

  it("refuses a document past its validUntil", () => {
    const past = metadataXml.replace(" entityID=", ` validUntil="2026-11-23T00:00:00Z" entityID=`);
    expect(problemsOf(past)).toEqual(["error metadata-expired"]);
  });

  it("refuses metadata without a certificate", () => {
    const bare = metadataXml.replace(/<KeyDescriptor.*<\/KeyDescriptor>/, "");
    const problems = problemsOf(bare);
    expect(problems).toContainEqual(expect.stringMatching(/^error .*certificate/));
  });

  it("refuses what is not metadata", () => {
    expect(problemsOf("<html></html>")).toEqual([expect.stringMatching(/^error /)]);
  });

  it("warns of a certificate past its date", () => {
    const old = testCertificate({ notBefore: new Date("2020-01-01"), notAfter: new Date("2023-01-01") }).certificate;
    expect(problemsOf(buildMetadata({ tenantId, certificates: [old] }))).toEqual([
      "warning metadata-certificate-expired",
    ]);
  });

  it("warns of a certificate past its date in a document that arrives later, too", async () => {
    const old = testCertificate({ notBefore: new Date("2020-01-01"), notAfter: new Date("2023-01-01") }).certificate;
    const later = pulumi.output(Promise.resolve(buildMetadata({ tenantId, certificates: [old] })));
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    const program = () => new SamlIdentityProvider("provider", { ...args, metadataXml: later });
    await registrations(program, mockedClouds());
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      expect.stringMatching(/SamlIdentityProvider "provider": 1 warning[\s\S]*metadata-certificate-expired/),
    ]);
    warn.mockRestore();
  });

  it("refuses a name of 129 characters and takes one of 128", () => {
    const named = (length: number) => () =>
      planSamlIdentityProvider("provider", { ...args, providerName: "a".repeat(length) }, now);
    expect(named(128)).not.toThrow();
    expect(named(129)).toThrow(/saml-provider-name-too-long/);
  });
});
