import { createHash, generateKeyPair, randomBytes, sign, X509Certificate, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

import { timestamp } from "../state/step";
import type { SigningCertificate } from "../state/signing-certificates";
import { der } from "./der";

const oids = { commonName: "2.5.4.3", sha256WithRsa: "1.2.840.113549.1.1.11" };

/** Makes an RSA key pair and a self-signed certificate for it, as Entra's addTokenSigningCertificate does. */
export async function createSigningCertificate(input: {
  /** `CN=…`: what follows is the common name. */
  subject: string;
  notBefore: Date;
  notAfter: Date;
}): Promise<SigningCertificate> {
  const keys = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const certificate = selfSigned(input, keys);
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

function selfSigned(
  input: { subject: string; notBefore: Date; notAfter: Date },
  keys: { publicKey: KeyObject; privateKey: KeyObject },
): Buffer {
  const algorithm = der.sequence(der.objectIdentifier(oids.sha256WithRsa), der.null());
  const commonName = der.sequence(
    der.objectIdentifier(oids.commonName),
    der.utf8String(input.subject.replace(/^CN=/, "")),
  );
  const name = der.sequence(der.set(commonName));
  const version3 = der.explicit(0, der.integer(Buffer.from([2])));
  const content = der.sequence(
    version3,
    der.integer(Buffer.concat([Buffer.from([0x11]), randomBytes(15)])),
    algorithm,
    name,
    der.sequence(der.time(input.notBefore), der.time(input.notAfter)),
    name,
    keys.publicKey.export({ type: "spki", format: "der" }),
  );
  return der.sequence(content, algorithm, der.bitString(sign("sha256", content, keys.privateKey)));
}
