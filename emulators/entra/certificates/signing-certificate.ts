import { createHash, generateKeyPair, X509Certificate } from "node:crypto";
import { promisify } from "node:util";

import { timestamp } from "../state/step";
import type { SigningCertificate } from "../state/signing-certificates";
import { issueCertificate } from "./issue-certificate";

/** Makes an RSA key pair and a self-signed certificate for it, as Entra's addTokenSigningCertificate does. */
export async function createSigningCertificate(input: {
  /** `CN=…`: what follows is the common name. */
  subject: string;
  notBefore: Date;
  notAfter: Date;
}): Promise<SigningCertificate> {
  const keys = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const commonName = input.subject.replace(/^CN=/, "");
  const certificate = issueCertificate({
    subject: commonName,
    publicKey: keys.publicKey,
    issuer: { name: commonName, privateKey: keys.privateKey },
    notBefore: input.notBefore,
    notAfter: input.notAfter,
  });
  return {
    subject: input.subject,
    certificate: certificate.toString("base64"),
    customKeyIdentifier: createHash("sha256").update(certificate).digest("base64"),
    thumbprint: createHash("sha1").update(certificate).digest("hex").toUpperCase(),
    privateKeyPem: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    notBefore: timestamp(input.notBefore),
    notAfter: timestamp(input.notAfter),
  };
}

/** The thumbprint that azuread computes from a certificate: SHA-1, upper-case hex. */
export function thumbprintOf(base64Der: string): string {
  return new X509Certificate(Buffer.from(base64Der, "base64")).fingerprint.replaceAll(":", "");
}
