import { describe, expect, it } from "vitest";
import { signedElement } from "../../../test/fixtures/signed-element";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { signedResponse, verifyResponse } from ".";

const key = testCertificate();
const xml = signedResponse(developerResponse, key);
const unsigned = xml.replace(/<Signature .*<\/Signature>/, "");

function refusal(document: string, certificates: readonly string[] = [key.certificate]) {
  const verified = verifyResponse(document, certificates);
  return "refusal" in verified ? verified.refusal : undefined;
}

describe("verifyResponse refuses a signed assertion with", () => {
  it.each([
    ["no subject", /<Subject>.*<\/Subject>/, "", "the assertion has no Subject"],
    ["two names", /<NameID .*<\/NameID>/, "$&$&", "the assertion has more than one NameID"],
    ["a name with an element in it", "Test-AWSDeveloper@", "<b/>$&", "NameID holds elements where a text belongs"],
    ["another version", `Version="2.0" xmlns="urn`, `Version="1.1" xmlns="urn`, "the assertion's version is not 2.0"],
    ["a time without zone", /NotOnOrAfter="([^"]*)Z"/, `NotOnOrAfter="$1"`, "NotOnOrAfter is no time with a time zone"],
    ["an attribute without name", /Attribute Name="[^"]*"/, "Attribute", "the assertion has no Name"],
  ])("%s", (_what, pattern, replacement, message) => {
    const changed = unsigned.replace(pattern, replacement);
    expect(changed).not.toBe(unsigned);
    expect(refusal(signedElement(changed, "Assertion", key))).toEqual({ code: "malformed", message });
  });
});

describe("the assertion of another identity provider", () => {
  it("counts an audience only where it stands in every restriction, and joins attributes of one name", () => {
    const changed = unsigned
      .replace(
        "</AudienceRestriction>",
        "<Audience>urn:b</Audience></AudienceRestriction><AudienceRestriction><Audience>urn:b</Audience><Audience>urn:c</Audience></AudienceRestriction>",
      )
      .replace(
        "</AttributeStatement>",
        `<Attribute Name="m"><AttributeValue>1</AttributeValue></Attribute><Attribute Name="m"><AttributeValue><b xmlns="urn:b">2</b></AttributeValue></Attribute></AttributeStatement>`,
      );
    const verified = verifyResponse(signedElement(changed, "Assertion", key), [key.certificate]);
    expect(verified).toMatchObject({ assertion: { audiences: ["urn:b"] } });
    expect("assertion" in verified && verified.assertion.attributes.get("m")).toEqual(["1", "2"]);
  });
});
