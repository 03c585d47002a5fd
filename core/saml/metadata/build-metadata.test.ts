import { describe, expect, it } from "vitest";
import { iamLimits } from "#core/aws";
import { entraClouds } from "#core/entra";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { buildMetadata, metadataProblems, parseMetadata } from ".";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const first = testCertificate().certificate;
const second = testCertificate().certificate;
const saml2 = `https://login.microsoftonline.com/${tenantId}/saml2`;

describe("buildMetadata", () => {
  it("writes issuer, keys in the given order, sign-out, then both sign-ons", () => {
    const xml = buildMetadata({ tenantId, certificates: [second, first] });
    const key = (certificate: string) =>
      `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>` +
      `<X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
    expect(xml.replace(/ID="_[0-9a-f-]{36}"/, `ID="_"`)).toBe(
      `<?xml version="1.0" encoding="utf-8"?>` +
        `<EntityDescriptor ID="_" entityID="https://sts.windows.net/${tenantId}/" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">` +
        `<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
        key(second) +
        key(first) +
        `<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${saml2}" />` +
        `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${saml2}" />` +
        `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${saml2}" />` +
        `</IDPSSODescriptor></EntityDescriptor>`,
    );
  });

  it("writes the same text for the same input, and another id for other certificates or tenants", () => {
    const id = (xml: string) => / ID="([^"]+)"/.exec(xml)?.[1];
    const xml = buildMetadata({ tenantId, certificates: [first] });
    expect(buildMetadata({ tenantId, certificates: [first] })).toBe(xml);
    const others = [
      buildMetadata({ tenantId, certificates: [second] }),
      buildMetadata({ tenantId, certificates: [first, second] }),
      buildMetadata({ tenantId: tenantId.replace("7", "8"), certificates: [first] }),
    ];
    expect(new Set([xml, ...others].map(id)).size).toBe(4);
  });

  it("takes PEM for the same as base64, and one certificate twice for one", () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${first.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
    const xml = buildMetadata({ tenantId, certificates: [first] });
    expect(buildMetadata({ tenantId, certificates: [pem, first] })).toBe(xml);
  });

  it("names the hosts of another cloud", () => {
    const parsed = parseMetadata(buildMetadata({ tenantId, certificates: [first], cloud: entraClouds.china }));
    expect(parsed).toMatchObject({
      metadata: {
        entityId: `https://sts.chinacloudapi.cn/${tenantId}/`,
        singleLogout: [{ location: `https://login.partner.microsoftonline.cn/${tenantId}/saml2` }],
      },
    });
  });

  it("reaches the smallest size that AWS takes with the smallest certificate", () => {
    const { certificate } = testCertificate({ key: "P-256", commonName: "a" });
    const xml = buildMetadata({ tenantId, certificates: [certificate] });
    expect(xml.length).toBeGreaterThanOrEqual(iamLimits.samlMetadata.min);
    expect(metadataProblems(xml, new Date("2026-01-01T00:00:00Z"), "metadata")).toEqual([]);
  });

  it("takes 10 certificates and refuses none, 11, and what is no certificate", () => {
    const eleven = Array.from({ length: 11 }, () => testCertificate({ key: "P-256" }).certificate);
    expect(parseMetadata(buildMetadata({ tenantId, certificates: eleven.slice(1) }))).toMatchObject({
      metadata: { certificates: eleven.slice(1) },
    });
    expect(() => buildMetadata({ tenantId, certificates: eleven })).toThrow(
      new RangeError("metadata holds 1 to 10 signing certificates, given were 11"),
    );
    expect(() => buildMetadata({ tenantId, certificates: [] })).toThrow(
      new RangeError("metadata holds 1 to 10 signing certificates, given were 0"),
    );
    expect(() => buildMetadata({ tenantId, certificates: [first, "x"] })).toThrow(
      new RangeError("certificates[1] is no X.509 certificate"),
    );
  });

  it("escapes a tenant id that is none", () => {
    const parsed = parseMetadata(buildMetadata({ tenantId: `"><a b='&`, certificates: [first] }));
    expect(parsed).toMatchObject({ metadata: { entityId: `https://sts.windows.net/"><a b='&/` } });
  });
});
