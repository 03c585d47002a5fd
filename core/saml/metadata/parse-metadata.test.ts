import { describe, expect, it } from "vitest";
import { iamLimits } from "#core/aws";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { entraMetadata, prefixedMetadata } from "../../../test/fixtures/test-metadata";
import { parseMetadata } from ".";

const signing = testCertificate().certificate;
const other = testCertificate().certificate;
const entra = entraMetadata([signing], other);
const small = testCertificate({ key: 512 }).certificate;
const keys = (count: number) => Array.from({ length: count }, () => testCertificate({ key: "P-256" }).certificate);

function problems(xml: string) {
  const parsed = parseMetadata(xml);
  return "problems" in parsed ? parsed.problems.map(({ code, given, expected }) => ({ code, given, expected })) : [];
}

describe("parseMetadata reads", () => {
  it("Entra's own document, and counts no certificate outside IDPSSODescriptor", () => {
    const location = "https://login.microsoftonline.com/7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f/saml2";
    expect(parseMetadata(entra)).toEqual({
      metadata: {
        entityId: "https://sts.windows.net/7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f/",
        certificates: [signing],
        singleSignOn: [
          { binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect", location },
          { binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", location },
        ],
        singleLogout: [{ binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect", location }],
        validUntil: undefined,
      },
    });
  });

  it("prefixes, a date, name id formats and a key without use, and passes over the key for encryption", () => {
    expect(parseMetadata(prefixedMetadata(signing, other))).toEqual({
      metadata: {
        entityId: "https://idp.example.com/saml",
        certificates: [signing],
        singleSignOn: [
          { binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", location: "https://idp.example.com/sso" },
        ],
        singleLogout: [],
        validUntil: new Date("2030-01-31T00:00:00Z"),
      },
    });
  });

  it("ten keys, and one key that stands twice as one certificate", () => {
    const ten = keys(10);
    expect(parseMetadata(entraMetadata(ten, other))).toMatchObject({ metadata: { certificates: ten } });
    expect(parseMetadata(entraMetadata([signing, signing], other))).toMatchObject({
      metadata: { certificates: [signing] },
    });
  });

  it("a key of 1,024 bits", () => {
    const { certificate } = testCertificate({ key: 1024 });
    expect(parseMetadata(entraMetadata([certificate], other))).toMatchObject({
      metadata: { certificates: [certificate] },
    });
  });
});

describe("parseMetadata refuses", () => {
  it.each([
    [
      "another root",
      `<html/>`,
      { code: "metadata-root", given: "<html>", expected: "an EntityDescriptor of SAML 2.0 metadata" },
    ],
    [
      "a document type",
      `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${entra.replace(/^<\?.*?\?>/, "")}`,
      {
        code: "metadata-doctype",
        given: "line 1, column 1: a document type declaration, which SAML documents never have",
        expected: "a SAML metadata document in XML",
      },
    ],
    [
      "a byte order mark",
      `\uFEFF${entra}`,
      {
        code: "metadata-byte-order-mark",
        given: "line 1, column 1: a byte order mark before the document",
        expected: "a SAML metadata document in XML",
      },
    ],
    [
      "text that is no XML, with its place",
      "hello\nworld",
      {
        code: "metadata-not-xml",
        given: "line 1, column 1: text outside the root element",
        expected: "a SAML metadata document in XML",
      },
    ],
    [
      "a document that was cut",
      entra.slice(0, -5),
      {
        code: "metadata-not-xml",
        given: `line 1, column ${entra.lastIndexOf("</") + 1}: an end tag that is not complete`,
        expected: "a SAML metadata document in XML",
      },
    ],
    [
      "a document without IDPSSODescriptor",
      entra.replace(/<IDPSSODescriptor.*<\/IDPSSODescriptor>/, ""),
      {
        code: "metadata-identity-provider",
        given: "0 of them",
        expected: "exactly one IDPSSODescriptor that supports the SAML 2.0 protocol",
      },
    ],
    [
      "one for SAML 1.1 only",
      entra.replace(
        `<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">`,
        `<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">`,
      ),
      {
        code: "metadata-identity-provider",
        given: "0 of them",
        expected: "exactly one IDPSSODescriptor that supports the SAML 2.0 protocol",
      },
    ],
    [
      "two identity providers in one",
      entra.replace(/<IDPSSODescriptor.*<\/IDPSSODescriptor>/, "$&$&"),
      {
        code: "metadata-identity-provider",
        given: "2 of them",
        expected: "exactly one IDPSSODescriptor that supports the SAML 2.0 protocol",
      },
    ],
    [
      "no certificate where only other protocols have one",
      entraMetadata([], other),
      {
        code: "metadata-no-certificate",
        given: "none",
        expected: "a KeyDescriptor for signing with an X509Certificate in IDPSSODescriptor",
      },
    ],
    [
      "eleven keys",
      entraMetadata(keys(11), other),
      {
        code: "metadata-too-many-keys",
        given: "11 signing certificates",
        expected: "at most 10, all that AWS takes for one provider",
      },
    ],
    [
      "a key under 1,024 bits",
      entraMetadata([signing, small], other),
      {
        code: "metadata-key-too-small",
        given: "signing certificate 2 with 512 bits",
        expected: "a key of at least 1024 bits",
      },
    ],
    [
      "a certificate that is none",
      entraMetadata(["AAAA"], other),
      {
        code: "metadata-certificate-unreadable",
        given: `signing certificate 1: "AAAA"`,
        expected: "an X.509 certificate, DER in base64",
      },
    ],
    [
      "a date that is none",
      prefixedMetadata(signing, other).replace("2030-01-31", "2030-02-31"),
      {
        code: "metadata-valid-until",
        given: `"2030-02-31T00:00:00Z"`,
        expected: "a validUntil such as 2030-01-31T00:00:00Z",
      },
    ],
    [
      "an empty entity id",
      entra.replace(/entityID="[^"]*"/, `entityID=""`),
      { code: "metadata-entity-id", given: `""`, expected: "an entityID of 1 to 1024 characters" },
    ],
    [
      "no sign-on",
      entra.replace(/<SingleSignOnService[^>]*>/g, ""),
      {
        code: "metadata-single-sign-on",
        given: "none",
        expected: "a SingleSignOnService with Binding and Location",
      },
    ],
    [
      "more characters than AWS takes",
      entra.padEnd(iamLimits.samlMetadata.max + 1),
      { code: "metadata-size", given: "10000001 characters", expected: "at most 10000000 characters" },
    ],
  ])("%s", (_what, xml, problem) => {
    expect(problems(xml)).toEqual([problem]);
  });

  it("everything that is wrong at once", () => {
    const xml = entraMetadata([small, "AAAA"], other)
      .replace(/<SingleSignOnService[^>]*>/g, "")
      .replace(/entityID="[^"]*"/, "");
    expect(problems(xml).map(({ code }) => code)).toEqual([
      "metadata-key-too-small",
      "metadata-certificate-unreadable",
      "metadata-entity-id",
      "metadata-single-sign-on",
    ]);
  });
});
