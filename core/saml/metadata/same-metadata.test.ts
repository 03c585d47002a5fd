import { describe, expect, it } from "vitest";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { entraMetadata, prefixedMetadata } from "../../../test/fixtures/test-metadata";
import { buildMetadata, canonicalMetadata, sameMetadata } from ".";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const first = testCertificate().certificate;
const second = testCertificate().certificate;
const entra = entraMetadata([first, second], first);

describe("sameMetadata", () => {
  it.each([
    ["what we build", buildMetadata({ tenantId, certificates: [first, second] })],
    ["the certificates in another order", entraMetadata([second, first], first)],
    ["another document id", entra.replace("_9e0f6d0c", "_00000000")],
    ["another signature", entra.replace(/<Signature .*<\/Signature>/, "")],
    ["other white space", entra.replace(/></g, ">\n  <")],
    [
      "other prefixes",
      entra
        .replace(/<(\/?)(EntityDescriptor|IDPSSODescriptor|KeyDescriptor|Single\w+)/g, "<$1md:$2")
        .replace("xmlns=", "xmlns:md="),
    ],
    ["another validUntil", entra.replace("entityID=", `validUntil="2030-01-01T00:00:00Z" entityID=`)],
  ])("takes Entra's document for the same as %s", (_what, other) => {
    expect(other).not.toBe(entra);
    expect(sameMetadata(entra, other)).toBe(true);
  });

  it.each([
    ["a certificate less", entraMetadata([first], first)],
    ["another certificate", entraMetadata([first, testCertificate().certificate], first)],
    ["another entity id", entra.replace("https://sts.windows.net", "https://sts.example.com")],
    ["another endpoint", entra.replace(/(SingleSignOnService.*?)login\.microsoftonline\.com/, "$1login.example.com")],
    ["a binding less", entra.replace(/<SingleSignOnService[^>]*POST[^>]*>/, "")],
    ["another identity provider", prefixedMetadata(first, second)],
    ["what is no metadata", "<a/>"],
  ])("tells Entra's document from one with %s", (_what, other) => {
    expect(other).not.toBe(entra);
    expect(sameMetadata(entra, other)).toBe(false);
  });

  it("takes a document that cannot be read for the same as itself only", () => {
    expect(sameMetadata("<a/>", "<a/>")).toBe(true);
    expect(sameMetadata("<a/>", "<a />")).toBe(false);
  });
});

describe("canonicalMetadata", () => {
  it("says entity id, certificates and endpoints in one order", () => {
    const location = `https://login.microsoftonline.com/${tenantId}/saml2`;
    expect(JSON.parse(canonicalMetadata(entra))).toEqual({
      entityId: `https://sts.windows.net/${tenantId}/`,
      certificates: [first, second].sort(),
      singleSignOn: [
        `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST ${location}`,
        `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect ${location}`,
      ],
      singleLogout: [`urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect ${location}`],
    });
  });
});
