import { SignedXml } from "xml-crypto";
import { type Certificate } from "#core/saml/certificates";
import { type LocatedSignature } from "./locate-signatures";
import { Refused } from "./refusal";

/**
 * The canonical text that one of the certificates signed: the only thing of a response that may be read.
 *
 * @throws Refused with `signature-invalid`.
 */
export function signedContent(xml: string, located: LocatedSignature, certificates: readonly Certificate[]): string {
  for (const certificate of certificates.filter(({ key }) => key.type === "rsa")) {
    const content = contentSignedBy(certificate, xml, located.signature);
    if (content !== undefined) return content;
  }
  const count = certificates.length === 1 ? "the certificate" : `any of the ${certificates.length} certificates`;
  throw new Refused(
    "signature-invalid",
    `the signature of the ${located.over} was not made by ${count} over this content`,
  );
}

function contentSignedBy(certificate: Certificate, xml: string, signature: Element): string | undefined {
  // The key is the given one, whatever KeyInfo offers.
  const verifier = new SignedXml({ publicCert: certificate.pem, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signature);
    if (!verifier.checkSignature(withoutForeignLineEnds(xml))) return undefined;
  } catch {
    // The verifier throws for a wrong signature and answers false for a wrong digest.
    return undefined;
  }
  const contents = verifier.getSignedReferences();
  return contents.length === 1 ? contents[0] : undefined;
}

// The verifier parses by XML 1.1's rule and would read these as line feeds, which no signer has digested.
function withoutForeignLineEnds(xml: string): string {
  return xml.replace(/\u0085/g, "&#x85;").replace(/\u2028/g, "&#x2028;");
}
