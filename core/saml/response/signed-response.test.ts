import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { signedResponse, verifyResponse } from ".";

const key = testCertificate();
const xml = signedResponse(developerResponse, key);
const unsigned = xml.replace(/<Signature .*<\/Signature>/, "<Signature/>");

describe("signedResponse", () => {
  it("writes the response around the assertion as Entra does", () => {
    const end = unsigned.indexOf("<Signature/>");
    expect(unsigned.slice(0, end)).toBe(
      `<samlp:Response ID="_c3b9a1d2-0000-4000-8000-000000000001" Version="2.0" IssueInstant="2026-03-01T12:00:00.000Z" Destination="https://signin.aws.amazon.com/saml" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">` +
        `<Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">https://sts.windows.net/7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f/</Issuer>` +
        `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>` +
        `<Assertion ID="_c3b9a1d2-0000-4000-8000-000000000002" IssueInstant="2026-03-01T12:00:00.000Z" Version="2.0" xmlns="urn:oasis:names:tc:SAML:2.0:assertion">` +
        `<Issuer>https://sts.windows.net/7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f/</Issuer>`,
    );
  });

  it("signs the assertion with RSA-SHA256, exclusive canonicalization and one certificate", () => {
    const signature = /<Signature .*<\/Signature>/.exec(xml)?.[0] ?? "";
    const digest = /<DigestValue>([^<]+)</.exec(signature)?.[1] ?? "";
    const value = /<SignatureValue>([^<]+)</.exec(signature)?.[1] ?? "";
    expect(signature).toBe(
      `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>` +
        `<CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>` +
        `<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>` +
        `<Reference URI="#_c3b9a1d2-0000-4000-8000-000000000002"><Transforms>` +
        `<Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>` +
        `<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms>` +
        `<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${digest}</DigestValue>` +
        `</Reference></SignedInfo><SignatureValue>${value}</SignatureValue>` +
        `<KeyInfo><X509Data><X509Certificate>${key.certificate}</X509Certificate></X509Data></KeyInfo></Signature>`,
    );
  });

  it("writes subject, conditions, attributes and authentication in this order, attributes without a name format", () => {
    const rest = unsigned.slice(unsigned.indexOf("<Signature/>") + "<Signature/>".length);
    const provider = "arn:aws:iam::111122223333:saml-provider/EntraID";
    expect(rest).toBe(
      `<Subject><NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">Test-AWSDeveloper@contoso.onmicrosoft.com</NameID>` +
        `<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData NotOnOrAfter="2026-03-01T13:00:00.000Z" Recipient="https://signin.aws.amazon.com/saml"/></SubjectConfirmation></Subject>` +
        `<Conditions NotBefore="2026-03-01T11:55:00.000Z" NotOnOrAfter="2026-03-01T13:00:00.000Z"><AudienceRestriction><Audience>https://signin.aws.amazon.com/saml</Audience></AudienceRestriction></Conditions>` +
        `<AttributeStatement>` +
        `<Attribute Name="http://schemas.microsoft.com/identity/claims/tenantid"><AttributeValue>7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f</AttributeValue></Attribute>` +
        `<Attribute Name="http://schemas.microsoft.com/identity/claims/displayname"><AttributeValue>Test AWS Developer</AttributeValue></Attribute>` +
        `<Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><AttributeValue>arn:aws:iam::111122223333:role/Developer,${provider}</AttributeValue><AttributeValue>arn:aws:iam::111122223333:role/Auditor,${provider}</AttributeValue></Attribute>` +
        `<Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><AttributeValue>Test-AWSDeveloper@contoso.onmicrosoft.com</AttributeValue></Attribute>` +
        `<Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration"><AttributeValue>3600</AttributeValue></Attribute>` +
        `</AttributeStatement>` +
        `<AuthnStatement AuthnInstant="2026-03-01T11:59:30.000Z" SessionIndex="_c3b9a1d2-0000-4000-8000-000000000002"><AuthnContext><AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</AuthnContextClassRef></AuthnContext></AuthnStatement>` +
        `</Assertion></samlp:Response>`,
    );
  });

  it("writes the same text for the same specification", () => {
    expect(signedResponse(developerResponse, key)).toBe(xml);
  });

  it("leaves out attributes without values, and their statement when none is left", () => {
    const emptied = { ...developerResponse, attributes: [{ name: "a", values: [] }] };
    const one = { ...developerResponse, attributes: [...emptied.attributes, { name: "b", values: [""] }] };
    expect(signedResponse(emptied, key)).not.toContain("Attribute");
    expect(signedResponse(one, key)).toContain(
      `<AttributeStatement><Attribute Name="b"><AttributeValue></AttributeValue></Attribute></AttributeStatement>`,
    );
  });

  it("ends the session where that is asked for", () => {
    const sessionNotOnOrAfter = new Date("2026-03-01T12:30:00Z");
    const assertion = verifyResponse(signedResponse({ ...developerResponse, sessionNotOnOrAfter }, key), [
      key.certificate,
    ]);
    expect(assertion).toMatchObject({ assertion: { sessionNotOnOrAfter } });
  });

  it("refuses ids that no reference could name, characters that no XML can hold, and what is no certificate", () => {
    expect(() => signedResponse({ ...developerResponse, assertionId: "a' or '1" }, key)).toThrow(
      new RangeError(`"a' or '1" is no XML id: use _ and a UUID`),
    );
    expect(() => signedResponse({ ...developerResponse, issuer: "\u0000" }, key)).toThrow(
      new RangeError("XML cannot hold the character U+0000 at position 0"),
    );
    expect(() => signedResponse(developerResponse, { ...key, certificate: "x" })).toThrow(
      new RangeError("the signing certificate is no X.509 certificate"),
    );
  });
});

describe("a name of any kind", () => {
  const anyText = fc
    .oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...Array.from("<>&\"'\r\n\t]-!?;# \u0085\u2028\uFEFFaä😀")) }),
      fc.constantFrom("]]>", "<!-- -->", "<![CDATA[x]]>", "&lt;", "</AttributeValue>", "--><script>", "\r\n", " "),
    )
    .filter((text) => !/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text));

  it("comes back from the signed response as it was", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), (value, name, values) => {
        const nameId = { ...developerResponse.nameId, value };
        const text = signedResponse({ ...developerResponse, nameId, attributes: [{ name, values }] }, key);
        const verified = verifyResponse(text, [key.certificate]);
        expect(verified).toMatchObject({ assertion: { nameId } });
        expect("assertion" in verified && [...verified.assertion.attributes]).toEqual([[name, values]]);
      }),
      { numRuns: 60 },
    );
  });
});
