import { describe, expect, it } from "vitest";
import { signedElement } from "../../../test/fixtures/signed-element";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { signedResponse, verifyResponse } from ".";

const key = testCertificate();
const xml = signedResponse(developerResponse, key);
const unsigned = xml.replace(/<Signature .*<\/Signature>/, "");
const signature = /<Signature .*<\/Signature>/.exec(xml)?.[0] ?? "";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

function refusal(document: string, certificates: readonly string[] = [key.certificate]) {
  const verified = verifyResponse(document, certificates);
  return "refusal" in verified ? verified.refusal : undefined;
}

describe("verifyResponse refuses a reference to something else:", () => {
  it("a genuine signature of the assertion that stands in the response", () => {
    const copied = xml.replace("<samlp:Status>", `${signature}<samlp:Status>`);
    expect(refusal(copied)).toEqual({
      code: "reference",
      message: "the signature does not refer to the Response that it stands in",
    });
  });

  it.each([
    ["an empty reference", xml.replace(/URI="[^"]*"/, `URI=""`)],
    ["no reference", xml.replace(/ URI="[^"]*"/, "")],
    ["a pointer", xml.replace(/URI="#([^"]*)"/, `URI="#xpointer(id('$1'))"`)],
    ["the id without #", xml.replace(/URI="#/, `URI="`)],
    ["an assertion under another id", xml.replace(`<Assertion ID="_`, `<Assertion ID="_x`)],
    ["an assertion without id", xml.replace(/<Assertion ID="[^"]*"/, "<Assertion")],
  ])("%s", (_what, document) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({
      code: "reference",
      message: "the signature does not refer to the Assertion that it stands in",
    });
  });
});

describe("verifyResponse refuses algorithms:", () => {
  it.each([
    [
      "rsa-sha1",
      signedElement(unsigned, "Assertion", key, { algorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }),
      `SignatureMethod "http://www.w3.org/2000/09/xmldsig#rsa-sha1" is not one that is taken`,
    ],
    [
      "a digest with SHA-1",
      signedElement(unsigned, "Assertion", key, { digest: "http://www.w3.org/2000/09/xmldsig#sha1" }),
      `DigestMethod "http://www.w3.org/2000/09/xmldsig#sha1" is not one that is taken`,
    ],
    [
      "HMAC with the public key",
      xml.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
      `SignatureMethod "http://www.w3.org/2000/09/xmldsig#hmac-sha1" is not one that is taken`,
    ],
    [
      "inclusive canonicalization",
      signedElement(unsigned, "Assertion", key, {
        canonicalization: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
      }),
      `CanonicalizationMethod "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" is not one that is taken`,
    ],
    [
      "comments that are signed",
      signedElement(unsigned, "Assertion", key, { canonicalization: `${exclusive}WithComments` }),
      `CanonicalizationMethod "${exclusive}WithComments" is not one that is taken`,
    ],
    [
      "one transform",
      signedElement(unsigned, "Assertion", key, { transforms: [enveloped] }),
      "the transforms are not enveloped signature, then exclusive canonicalization",
    ],
    [
      "XSLT",
      xml.replace("</Transforms>", `<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></Transforms>`),
      "the transforms are not enveloped signature, then exclusive canonicalization",
    ],
    [
      "no algorithm",
      xml.replace(/<DigestMethod [^>]*>/, "<DigestMethod/>"),
      `DigestMethod "" is not one that is taken`,
    ],
  ])("%s", (_what, document, message) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({ code: "algorithm", message });
  });
});

describe("verifyResponse refuses a signature of another form:", () => {
  it.each([
    ["an object", xml.replace("</Signature>", "<Object/></Signature>"), "Signature"],
    [
      "a signature method outside of what is signed",
      xml.replace("<SignedInfo>", `<SignatureMethod Algorithm="a"/><SignedInfo>`),
      "Signature",
    ],
    ["two of what is signed", xml.replace(/<SignedInfo>.*<\/SignedInfo>/, "$&$&"), "Signature"],
    ["no signature value", xml.replace(/<SignatureValue>.*<\/SignatureValue>/, ""), "Signature"],
    ["two references", xml.replace(/<Reference .*<\/Reference>/, "$&$&"), "SignedInfo"],
    ["no reference", xml.replace(/<Reference .*<\/Reference>/, ""), "SignedInfo"],
    ["two digests", xml.replace(/<DigestValue>.*<\/DigestValue>/, "$&$&"), "Reference"],
    ["no transforms", xml.replace(/<Transforms>.*<\/Transforms>/, ""), "Reference"],
    [
      "a shortened HMAC",
      xml.replace(/(<SignatureMethod [^>]*)\/>/, "$1><HMACOutputLength>1</HMACOutputLength></SignatureMethod>"),
      "SignatureMethod",
    ],
    [
      "a style sheet in a transform",
      xml.replace(/(<Transform [^>]*)\/>/, `$1><a xmlns="urn:a"/></Transform>`),
      "Transform",
    ],
  ])("%s", (_what, document, part) => {
    expect(document).not.toBe(xml);
    expect(refusal(document)).toEqual({
      code: "signature-malformed",
      message: `${part} does not have the form that SAML prescribes`,
    });
  });
});
