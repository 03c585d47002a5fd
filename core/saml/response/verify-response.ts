import { type Certificate, parseCertificate } from "#core/saml/certificates";
import { hasName, namespaces, parseXml } from "#core/saml/xml";
import { checkSignatureForm } from "./check-signature-form";
import { longestResponse } from "./encoded-response";
import { type LocatedSignature, locateSignatures } from "./locate-signatures";
import { readAssertion } from "./read-assertion";
import { type Refusal, Refused } from "./refusal";
import { signedContent } from "./signed-content";
import { type VerifiedAssertion } from "./verified-assertion";

/** What was signed; Entra signs the assertion alone by default. */
export type Signed = "assertion" | "both";

/**
 * Verifies a SAML response and reads its assertion from nothing but the signed bytes.
 *
 * The assertion must be signed itself: AWS's own metadata says `WantAssertionsSigned="true"`, which a signature over the
 * response around it does not meet (saml-metadata-2.0 2.4.4, with errata). Whether AWS insists on it is not confirmed.
 * Every signature that is there must be good. Dates, issuer, audience and recipient are the caller's to judge.
 *
 * @param certificates of the identity provider, base64 DER or PEM; each is tried, and none from the response itself
 * @throws RangeError when a certificate cannot be read
 * Source: saml-core-2.0-os 5.4; W3C xmldsig-bestpractices.
 */
export function verifyResponse(
  xml: string,
  certificates: readonly string[],
): { assertion: VerifiedAssertion; signed: Signed } | { refusal: Refusal } {
  const keys = certificates.map(readCertificate);
  try {
    const located = locateSignatures(parse(xml));
    located.forEach(checkSignatureForm);
    const contents = located.map((one) => ({ over: one.over, element: signedElement(xml, one, keys) }));
    const signed = contents.find(({ over }) => over === "assertion");
    if (signed === undefined) throw new Refused("unsigned", "the assertion is not signed");
    return {
      assertion: readAssertion(assertionOf(signed.element)),
      signed: contents.length > 1 ? "both" : "assertion",
    };
  } catch (cause) {
    if (cause instanceof Refused) return { refusal: cause.refusal };
    throw cause;
  }
}

function parse(xml: string): Element {
  const size = Buffer.byteLength(xml);
  if (size > longestResponse) {
    throw new Refused("too-large", `${size} bytes of XML, at most ${longestResponse} are taken`);
  }
  const parsed = parseXml(xml);
  // The parser drops it, and with it the seam at which another reader may stop.
  if (xml.includes("<![CDATA[]]>")) throw new Refused("ambiguous", "the response holds an empty CDATA section");
  if ("root" in parsed) return parsed.root;
  const { message, line, column } = parsed.malformation;
  throw new Refused("malformed", `line ${line}, column ${column}: ${message}`);
}

function signedElement(xml: string, located: LocatedSignature, keys: readonly Certificate[]): Element {
  const parsed = parseXml(signedContent(xml, located, keys));
  if ("malformation" in parsed) throw new Refused("malformed", "the signed content is not XML of its own");
  return parsed.root;
}

/** INVARIANT: the element was parsed from signed bytes. */
function assertionOf(signed: Element): Element {
  if (!hasName(signed, namespaces.assertion, "Assertion"))
    throw new Refused("malformed", "what is signed is no assertion");
  return signed;
}

function readCertificate(text: string, index: number): Certificate {
  const certificate = parseCertificate(text);
  if (certificate === undefined) throw new RangeError(`certificates[${index}] is no X.509 certificate`);
  return certificate;
}
