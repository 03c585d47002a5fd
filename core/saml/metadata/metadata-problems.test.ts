import { describe, expect, it } from "vitest";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { entraMetadata, prefixedMetadata } from "../../../test/fixtures/test-metadata";
import { metadataProblems } from ".";

const { certificate } = testCertificate();
const expiring = testCertificate({ commonName: "Old", notAfter: new Date("2026-01-01T00:00:00Z") }).certificate;
const now = new Date("2026-03-01T00:00:00Z");
const at = (text: string) => new Date(text);

describe("metadataProblems", () => {
  it("finds nothing wrong with Entra's own document", () => {
    expect(metadataProblems(entraMetadata([certificate], certificate), now, "metadata.xml")).toEqual([]);
  });

  it("names the property of a document that is none", () => {
    expect(metadataProblems("<a/>", now, "metadata.xml")).toMatchObject([
      { severity: "error", code: "metadata-root", property: "metadata.xml" },
    ]);
  });

  it("refuses a document at its validUntil and takes it a second before", () => {
    const xml = prefixedMetadata(certificate, certificate);
    expect(metadataProblems(xml, at("2030-01-30T23:59:59Z"), "metadata")).toEqual([]);
    expect(metadataProblems(xml, at("2030-01-31T00:00:00Z"), "metadata")).toEqual([
      {
        severity: "error",
        code: "metadata-expired",
        property: "metadata",
        given: "validUntil 2030-01-31T00:00:00.000Z",
        expected: "a document that is still valid",
        remedy: "download the identity provider's metadata again",
      },
    ]);
  });

  it("warns of a certificate at the end of its time, and not a second before", () => {
    const xml = entraMetadata([certificate, expiring], certificate);
    expect(metadataProblems(xml, at("2025-12-31T23:59:59Z"), "metadata")).toEqual([]);
    expect(metadataProblems(xml, at("2026-01-01T00:00:00Z"), "metadata")).toEqual([
      {
        severity: "warning",
        code: "metadata-certificate-expired",
        property: "metadata",
        given: `signing certificate "CN=Old", valid until 2026-01-01T00:00:00.000Z`,
        expected: "a certificate that is still valid",
        remedy:
          "make a new signing certificate at the identity provider and put both into the metadata until it is active",
      },
    ]);
  });

  it("takes 1,000 characters and refuses 999", () => {
    const { certificate: short } = testCertificate({ key: "P-256", commonName: "a" });
    const metadata = entraMetadata([short], "")
      .replace(
        /<Signature .*<\/RoleDescriptor>|<SingleLogoutService[^>]*>|<SingleSignOnService[^>]*Redirect[^>]*>/g,
        "",
      )
      .replace(/<\?.*?\?>| ID="[^"]*"/g, "");
    expect(metadata.length).toBeLessThan(999);
    expect(metadataProblems(metadata.padEnd(1000), now, "metadata")).toEqual([]);
    expect(metadataProblems(metadata.padEnd(999), now, "metadata")).toEqual([
      {
        severity: "error",
        code: "metadata-size",
        property: "metadata",
        given: "999 characters",
        expected: "1000 to 10000000 characters, as AWS takes them",
      },
    ]);
  });
});
