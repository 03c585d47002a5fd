import { describe, expect, it } from "vitest";
import { signedElement } from "../../../test/fixtures/signed-element";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { signedResponse, verifyResponse } from ".";

const key = testCertificate();
const stranger = testCertificate();
const xml = signedResponse(developerResponse, key);
const unsigned = xml.replace(/<Signature .*<\/Signature>/, "");

function refusal(document: string, certificates: readonly string[] = [key.certificate]) {
  const verified = verifyResponse(document, certificates);
  return "refusal" in verified ? verified.refusal : undefined;
}

describe("verifyResponse", () => {
  it("reads everything that the assertion says", () => {
    const { nameId, issueInstant, issuer, notBefore, notOnOrAfter, recipient, audience, authnInstant } =
      developerResponse;
    expect(verifyResponse(xml, [key.certificate])).toEqual({
      signed: "assertion",
      assertion: {
        id: developerResponse.assertionId,
        issuer,
        issueInstant,
        nameId: { ...nameId, nameQualifier: undefined, spNameQualifier: undefined },
        subjectConfirmations: [
          { method: "urn:oasis:names:tc:SAML:2.0:cm:bearer", recipient, notOnOrAfter, inResponseTo: undefined },
        ],
        notBefore,
        notOnOrAfter,
        audiences: [audience],
        attributes: new Map(developerResponse.attributes.map(({ name, values }) => [name, values])),
        authnInstant,
        sessionNotOnOrAfter: undefined,
      },
    });
  });

  it("tries each certificate", () => {
    const certificates = [stranger.certificate, testCertificate({ key: "P-256" }).certificate, key.certificate];
    expect(verifyResponse(xml, certificates)).toMatchObject({ signed: "assertion" });
  });

  it("believes a signature over the whole response beside that of the assertion, and not in its place", () => {
    expect(refusal(signedElement(unsigned, "Response", key))).toEqual({
      code: "unsigned",
      message: "the response is signed and the assertion in it is not",
    });
    expect(verifyResponse(signedElement(xml, "Response", key), [key.certificate])).toMatchObject({
      signed: "both",
      assertion: { nameId: developerResponse.nameId },
    });
  });

  it("believes SHA-512 and a list of inclusive prefixes", () => {
    const strong = {
      algorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
      digest: "http://www.w3.org/2001/04/xmlenc#sha512",
    };
    expect(verifyResponse(signedElement(unsigned, "Assertion", key, strong), [key.certificate])).toMatchObject({
      signed: "assertion",
    });
    expect(
      verifyResponse(signedElement(unsigned, "Assertion", key, { prefixes: ["xs"] }), [key.certificate]),
    ).toMatchObject({
      signed: "assertion",
    });
  });

  it.each([
    ["a comment", "<!-- x -->"],
    ["an empty comment", "<!---->"],
    ["a CDATA section", "<![CDATA[.other]]>"],
  ])("refuses %s in a name, which the signature does not cover", (_what, between) => {
    const divided = xml.replace("Test-AWSDeveloper@contoso", `Test-AWSDeveloper${between}@contoso`);
    expect(refusal(divided)).toEqual({
      code: "ambiguous",
      message: "a comment or CDATA section divides the text of NameID",
    });
  });

  it("refuses an empty CDATA section", () => {
    expect(refusal(xml.replace("Test-AWSDeveloper@contoso", "Test-AWSDeveloper<![CDATA[]]>@contoso"))).toEqual({
      code: "ambiguous",
      message: "the response holds an empty CDATA section",
    });
  });

  it("takes comments between elements, and a text that is one CDATA section", () => {
    const commented = xml.replace("<samlp:Status>", "<!-- x -->$&").replace("<Conditions", "<!-- y -->$&");
    const section = xml.replace(/(<NameID[^>]*>)([^<]*)/, "$1<![CDATA[$2]]>");
    for (const document of [commented, section]) {
      expect(document).not.toBe(xml);
      expect(verifyResponse(document, [key.certificate])).toMatchObject({
        assertion: { nameId: developerResponse.nameId },
      });
    }
  });

  it("throws for a certificate that is none: the caller's own data", () => {
    expect(() => verifyResponse(xml, [key.certificate, "x"])).toThrow(
      new RangeError("certificates[1] is no X.509 certificate"),
    );
  });
});

describe("verifyResponse refuses a signature that is not the identity provider's:", () => {
  const byOne = {
    code: "signature-invalid",
    message: "the signature of the assertion was not made by the certificate over this content",
  };

  it.each([
    ["another key with its own certificate in KeyInfo", signedResponse(developerResponse, stranger)],
    [
      "another key with the genuine certificate in KeyInfo",
      signedResponse(developerResponse, { ...stranger, certificate: key.certificate }),
    ],
    ["a changed name", xml.replace(/(<NameID[^>]*>)T/, "$1U")],
    ["a changed role", xml.replace("role/Auditor", "role/Auditos")],
    [
      "an added role",
      xml.replace(
        "<AttributeValue>arn:",
        "<AttributeValue>arn:aws:iam::111122223333:role/Administrator,arn:aws:iam::111122223333:saml-provider/EntraID</AttributeValue>$&",
      ),
    ],
    ["a changed digest and nothing else", xml.replace(/<DigestValue>./, "<DigestValue>!")],
    ["a changed signature value", xml.replace(/<SignatureValue>./, "<SignatureValue>!")],
    ["an empty signature value", xml.replace(/<SignatureValue>[^<]*/, "<SignatureValue>")],
  ])("%s", (_what, document) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual(byOne);
  });

  it("with no certificate or several", () => {
    expect(refusal(xml, [])).toEqual({
      ...byOne,
      message: "the signature of the assertion was not made by any of the 0 certificates over this content",
    });
    expect(refusal(xml, [stranger.certificate, stranger.certificate])).toEqual({
      ...byOne,
      message: "the signature of the assertion was not made by any of the 2 certificates over this content",
    });
  });

  it("with a bad one beside a good one", () => {
    const both = signedElement(xml, "Response", key);
    expect(refusal(both.replace('Destination="https://signin', 'Destination="https://sigmin'))).toEqual({
      code: "signature-invalid",
      message: "the signature of the response was not made by the certificate over this content",
    });
  });
});
