import { describe, expect, it } from "vitest";
import { signedResponse, verifyResponse } from "#core/saml/response";
import { testCertificate } from "../fixtures/test-certificate";
import { developerResponse } from "../fixtures/test-response";
import { acceptsNodeSaml, acceptsXmlsec1, alterations, skipWithoutXmlsec1 } from "./saml-judges";

const key = testCertificate();
const stranger = testCertificate();
const xml = signedResponse(developerResponse, key);
const hostile = signedResponse(
  { ...developerResponse, attributes: [{ name: `"<&>'`, values: ["]]><!--\u0085\u2028\r\n\t", " & ", "😀"] }] },
  key,
);
const judged = { audience: developerResponse.audience, now: developerResponse.issueInstant };
const altered = alterations(xml);
const signatureIsWrong = /invalid (?:document )?signature/i;
const verificationFailed = /FAIL|verif/i;

describe("a response of ours", () => {
  const responses = [
    { values: "plain", response: xml },
    { values: "hostile", response: hostile },
  ];

  it.for(responses)("with $values values is accepted by node-saml", async ({ response }) => {
    expect(await acceptsNodeSaml(response, key.certificate, judged)).toEqual({ accepted: true, reason: "accepted" });
  });

  it.for(responses)("with $values values is accepted by xmlsec1", ({ response }, context) => {
    skipWithoutXmlsec1(context);
    expect(acceptsXmlsec1(response, key.certificate)).toMatchObject({ accepted: true });
  });

  it("is refused by node-saml when it is made with another key, for another audience or too late", async () => {
    const { audience, now } = judged;
    expect(await acceptsNodeSaml(xml, stranger.certificate, judged)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(signatureIsWrong) as string,
    });
    expect(await acceptsNodeSaml(xml, key.certificate, { audience: "urn:other", now })).toMatchObject({
      accepted: false,
      reason: expect.stringContaining("audience mismatch") as string,
    });
    expect(
      await acceptsNodeSaml(xml, key.certificate, { audience, now: developerResponse.notOnOrAfter }),
    ).toMatchObject({
      accepted: false,
      reason: expect.stringContaining("expired") as string,
    });
  });

  it("is refused by xmlsec1 when it is made with another key, whatever KeyInfo says", (context) => {
    skipWithoutXmlsec1(context);
    expect(acceptsXmlsec1(xml, stranger.certificate)).toMatchObject({ accepted: false });
  });
});

describe("one changed character", () => {
  it("is tried in each text that matters", () => {
    expect(altered.map(({ name }) => name)).toEqual([
      "NameID",
      "Audience",
      "Recipient",
      "NotOnOrAfter of SubjectConfirmationData",
      "NotOnOrAfter of Conditions",
      "DigestValue",
      "SignatureValue",
      "attribute tenantid, value 1",
      "attribute displayname, value 1",
      "attribute Role, value 1",
      "attribute Role, value 2",
      "attribute RoleSessionName, value 1",
      "attribute SessionDuration, value 1",
    ]);
  });

  it.for(altered)("in $name is one character, and we refuse it for its signature", (alteration) => {
    const differing = Array.from(xml).filter((character, index) => alteration.xml[index] !== character);
    expect(alteration.xml).toHaveLength(xml.length);
    expect(differing).toHaveLength(1);
    expect(verifyResponse(alteration.xml, [key.certificate])).toMatchObject({ refusal: { code: "signature-invalid" } });
  });

  it.for(altered)("in $name is refused by node-saml for its signature", async (alteration) => {
    expect(await acceptsNodeSaml(alteration.xml, key.certificate, judged)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(signatureIsWrong) as string,
    });
  });

  it.for(altered)("in $name is refused by xmlsec1 for its signature", (alteration, context) => {
    skipWithoutXmlsec1(context);
    expect(acceptsXmlsec1(alteration.xml, key.certificate)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(verificationFailed) as string,
    });
  });
});
