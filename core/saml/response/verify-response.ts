import { type Certificate, parseCertificate } from "#core/saml/certificates";
import { hasName, namespaces, onlyChild, parseXml } from "#core/saml/xml";
import { checkSignatureForm } from "./check-signature-form";
import { longestResponse } from "./encoded-response";
import { type LocatedSignature, locateSignatures } from "./locate-signatures";
import { readAssertion } from "./read-assertion";
import { type Refusal, Refused } from "./refusal";
import { signedContent } from "./signed-content";
import { type VerifiedAssertion } from "./verified-assertion";

/** What was signed. Entra signs the assertion alone by default; whether AWS takes a response signed alone is not confirmed. */
export type Signed = "assertion" | "response" | "both";

/**
 * Verifies a SAML response and reads its assertion from nothing but the signed bytes.
 *
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
    const [first, ...others] = contents;
    if (first === undefined) throw new Refused("unsigned", "nothing is signed");
    return {
      assertion: readAssertion(assertionOf(first.element)),
      signed: others.length > 0 ? "both" : first.over,
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
  if ("root" in parsed) return parsed.root;
  const { message, line, column } = parsed.malformation;
  throw new Refused("malformed", `line ${line}, column ${column}: ${message}`);
}

function signedElement(xml: string, located: LocatedSignature, keys: readonly Certificate[]): Element {
  const parsed = parseXml(signedContent(xml, located, keys));
  if ("malformation" in parsed) throw new Refused("malformed", "the signed content is not XML of its own");
  return parsed.root;
}

/** INVARIANT: the element was parsed from signed bytes; it is the assertion or the response around it. */
function assertionOf(signed: Element): Element {
  if (hasName(signed, namespaces.assertion, "Assertion")) return signed;
  const assertion = onlyChild(signed, namespaces.assertion, "Assertion");
  if (assertion === undefined) throw new Refused("malformed", "the signed content holds no assertion");
  return assertion;
}

function readCertificate(text: string, index: number): Certificate {
  const certificate = parseCertificate(text);
  if (certificate === undefined) throw new RangeError(`certificates[${index}] is no X.509 certificate`);
  return certificate;
}
