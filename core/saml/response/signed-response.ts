import { SignedXml } from "xml-crypto";
import { parseCertificate } from "#core/saml/certificates";
import { algorithms } from "./algorithms";
import { responseDocument } from "./response-document";
import { type ResponseSpec, type SigningKey } from "./response-spec";

/**
 * A SAML response as Entra shapes it: the response unsigned, in it one assertion signed with RSA-SHA256.
 *
 * The same specification and key give the same text. Source: saml-core-2.0-os; the shape is that of Entra's own.
 *
 * @throws RangeError for an id that is no XML name, a character that XML cannot hold, or an unreadable certificate.
 */
export function signedResponse(spec: ResponseSpec, key: SigningKey): string {
  const { before, after } = responseDocument(spec);
  // Put in by hand: the signer's own serialisation would write some characters raw that parsers normalise.
  return `${before}${signature(`${before}${after}`, spec.assertionId, key)}${after}`;
}

function signature(xml: string, assertionId: string, { privateKeyPem, certificate }: SigningKey): string {
  const publicCert = parseCertificate(certificate)?.pem;
  if (publicCert === undefined) throw new RangeError("the signing certificate is no X.509 certificate");
  const signer = new SignedXml({
    privateKey: privateKeyPem,
    publicCert,
    signatureAlgorithm: algorithms.signature,
    canonicalizationAlgorithm: algorithms.canonicalization,
  });
  signer.addReference({
    xpath: `//*[@ID='${assertionId}']`,
    transforms: algorithms.transforms,
    digestAlgorithm: algorithms.digest,
  });
  signer.computeSignature(xml);
  return signer.getSignatureXml();
}
