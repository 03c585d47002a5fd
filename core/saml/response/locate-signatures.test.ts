import { describe, expect, it } from "vitest";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { signedResponse, verifyResponse } from ".";

const key = testCertificate();
const xml = signedResponse(developerResponse, key);
const unsigned = xml.replace(/<Signature .*<\/Signature>/, "");
const assertion = /<Assertion .*<\/Assertion>/.exec(xml)?.[0] ?? "";
const signature = /<Signature .*<\/Signature>/.exec(xml)?.[0] ?? "";

function refusal(document: string, certificates: readonly string[] = [key.certificate]) {
  const verified = verifyResponse(document, certificates);
  return "refusal" in verified ? verified.refusal : undefined;
}

describe("verifyResponse refuses wrapping:", () => {
  const evil = assertion
    .replace(signature, "")
    .replace("_c3b9a1d2-0000-4000-8000-000000000002", "_evil")
    .replace("Test-AWSDeveloper@contoso", "Test-AWSAdmin@contoso");
  const twoAssertions = { code: "ambiguous", message: "the response holds 2 assertions" };

  it.each([
    ["an evil assertion before the signed one", xml.replace(assertion, evil + assertion)],
    ["an evil assertion behind the signed one", xml.replace(assertion, assertion + evil)],
    [
      "the signed one inside the evil one",
      xml.replace(assertion, evil.replace("</Assertion>", `${assertion}</Assertion>`)),
    ],
    [
      "the signed one inside the evil one's signature",
      xml.replace(
        assertion,
        evil.replace(
          "<Subject>",
          `${signature.replace("</Signature>", `<Object>${assertion.replace(signature, "")}</Object></Signature>`)}<Subject>`,
        ),
      ),
    ],
    [
      "the signed one in extensions",
      xml
        .replace(assertion, evil)
        .replace("<samlp:Status>", `<samlp:Extensions>${assertion}</samlp:Extensions><samlp:Status>`),
    ],
    ["an assertion of another namespace", xml.replace(assertion, `<Assertion xmlns="urn:other"/>${assertion}`)],
    ["both with the same id", xml.replace(assertion, evil.replace("_evil", developerResponse.assertionId) + assertion)],
  ])("%s", (_what, document) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual(twoAssertions);
  });

  it.each([
    [
      "the response and the assertion with one id",
      xml.replace(developerResponse.responseId, developerResponse.assertionId),
      "two elements have the same id",
    ],
    [
      "an id in another spelling",
      xml.replace("<Issuer xmlns=", `<Issuer id="${developerResponse.assertionId}" xmlns=`),
      "two elements have the same id",
    ],
    [
      "an id with a prefix",
      xml.replace("<Issuer xmlns=", `<Issuer xml:id="${developerResponse.assertionId}" xmlns=`),
      "two elements have the same id",
    ],
    [
      "an assertion with two ids",
      xml.replace("<Assertion ID=", `<Assertion Id="_other" ID=`),
      "an element has more than one id",
    ],
  ])("%s", (_what, document, message) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({ code: "ambiguous", message });
  });

  it.each([
    ["two signatures in the assertion", xml.replace(signature, signature + signature)],
    ["a signature deeper in the assertion", xml.replace("<Subject>", `<Advice>${signature}</Advice><Subject>`)],
    ["a signature in the response's status", xml.replace("<samlp:Status>", `<samlp:Status>${signature}`)],
  ])("%s", (_what, document) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({
      code: "ambiguous",
      message: "there are signatures beside the one of the assertion and the one of the response",
    });
  });
});

describe("verifyResponse refuses a document:", () => {
  const status = "urn:oasis:names:tc:SAML:2.0:status:";
  it.each([
    ["without signature", unsigned, "unsigned", "neither the assertion nor the response is signed"],
    ["that is an assertion alone", assertion, "malformed", "the document is no SAML 2.0 Response"],
    ["without assertion", xml.replace(assertion, ""), "malformed", "the response holds no assertion"],
    [
      "with an assertion of another version of SAML",
      xml.replace(assertion, `<Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion"/>`),
      "malformed",
      "the response holds no assertion",
    ],
    [
      "with an encrypted assertion",
      xml.replace(assertion, `<EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>`),
      "encrypted",
      "the response holds an encrypted assertion",
    ],
    [
      "that says nobody signed in",
      xml.replace(`${status}Success`, `${status}Responder`),
      "not-successful",
      "the response's status is not Success",
    ],
    ["without status", xml.replace(/<samlp:Status>.*<\/samlp:Status>/, ""), "malformed", "the response has no status"],
    ["that is no XML", `${xml}<`, "malformed", `line 1, column ${xml.length + 1}: a < that begins no tag`],
    [
      "with a document type",
      `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`,
      "malformed",
      "line 1, column 1: a document type declaration, which SAML documents never have",
    ],
    [
      "with a processing instruction in a name",
      xml.replace("Test-AWSDeveloper@", "Test-<?a b?>AWSDeveloper@"),
      "malformed",
      `line 1, column ${xml.indexOf("Test-AWSDeveloper@") + 6}: a processing instruction, which SAML documents never have`,
    ],
  ])("%s", (_what, document, code, message) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({ code, message });
  });

  it("over 75,000 bytes, which are 100,000 characters of base64, and takes one of exactly so many", () => {
    const filled = (size: number) => xml.replace("<samlp:Status>", `<!--${"x".repeat(size - xml.length - 7)}-->$&`);
    expect(Buffer.byteLength(filled(75_000))).toBe(75_000);
    expect(verifyResponse(filled(75_000), [key.certificate])).toMatchObject({ signed: "assertion" });
    expect(refusal(filled(75_001))).toEqual({
      code: "too-large",
      message: "75001 bytes of XML, at most 75000 are taken",
    });
  });
});
