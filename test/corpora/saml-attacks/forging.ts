import { SignedXml } from "xml-crypto";

import { signedElement } from "../../fixtures/signed-element";
import type { Scene } from "./attack";
import { asAdministrator, changed, piecesOf, signedBy } from "./pieces";

export const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
export const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
export const xmldsig = "http://www.w3.org/2000/09/xmldsig#";
export const troubleshooting = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html";

/** The developer's response about an administrator, without any signature. */
export function forged(scene: Scene): string {
  return asAdministrator(stripped(scene));
}

export function stripped(scene: Scene): string {
  const { response, signature } = piecesOf(scene);
  return changed(response, signature, "");
}

/** The forged response with this as its assertion's signature. */
export function forgedWith(signature: string) {
  return (scene: Scene): string => signedBy(signature, forged(scene));
}

/** A signature of the tenant's key in some other way than the tenant signs. */
export function signedOtherwise(how: Parameters<typeof signedElement>[3]) {
  return (scene: Scene): string => signedElement(stripped(scene), "Assertion", scene.tenant, how);
}

export function signatureOf(xml: string, { tenant }: Scene, xpath: string, isEmptyUri = false): string {
  const signer = new SignedXml({
    privateKey: tenant.privateKeyPem,
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    canonicalizationAlgorithm: exclusive,
  });
  const digestAlgorithm = "http://www.w3.org/2001/04/xmlenc#sha256";
  signer.addReference({ xpath, transforms: [enveloped, exclusive], digestAlgorithm, isEmptyUri });
  signer.computeSignature(xml);
  return signer.getSignatureXml();
}

export function hmacSigned(xml: string, { spec }: Scene, secret: string): string {
  const signer = new SignedXml({
    privateKey: secret,
    signatureAlgorithm: `${xmldsig}hmac-sha1`,
    canonicalizationAlgorithm: exclusive,
  });
  signer.enableHMAC();
  const digestAlgorithm = "http://www.w3.org/2001/04/xmlenc#sha256";
  signer.addReference({
    xpath: `//*[@ID='${spec.assertionId}']`,
    transforms: [enveloped, exclusive],
    digestAlgorithm,
  });
  signer.computeSignature(xml);
  return signedBy(signer.getSignatureXml(), xml);
}

export function pem(base64: string, what: string): string {
  return `-----BEGIN ${what}-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END ${what}-----\n`;
}
