import { type KeyObject, randomBytes, sign } from "node:crypto";

import { der } from "./der";

const oids = {
  commonName: "2.5.4.3",
  sha256WithRsa: "1.2.840.113549.1.1.11",
  sha256WithEcdsa: "1.2.840.10045.4.3.2",
};

/** What a certificate says, and who signs it. */
export interface CertificateRequest {
  /** The common name alone. */
  subject: string;
  publicKey: KeyObject;
  /** An RSA or EC key, and the common name that goes with it. */
  issuer: { name: string; privateKey: KeyObject };
  notBefore: Date;
  notAfter: Date;
  /** Each as DER, in order. @default none */
  extensions?: readonly Buffer[];
}

/** An X.509 version 3 certificate as DER, signed with SHA-256 (RFC 5280 §4.1). */
export function issueCertificate(request: CertificateRequest): Buffer {
  const { issuer, extensions = [] } = request;
  const algorithm = signatureAlgorithm(issuer.privateKey);
  const version3 = der.explicit(0, der.integer(Buffer.from([2])));
  const content = der.sequence(
    version3,
    der.integer(Buffer.concat([Buffer.from([0x11]), randomBytes(15)])),
    algorithm,
    distinguishedName(issuer.name),
    der.sequence(der.time(request.notBefore), der.time(request.notAfter)),
    distinguishedName(request.subject),
    request.publicKey.export({ type: "spki", format: "der" }),
    ...(extensions.length > 0 ? [der.explicit(3, der.sequence(...extensions))] : []),
  );
  return der.sequence(content, algorithm, der.bitString(sign("sha256", content, issuer.privateKey)));
}

function signatureAlgorithm(key: KeyObject): Buffer {
  return key.asymmetricKeyType === "ec"
    ? der.sequence(der.objectIdentifier(oids.sha256WithEcdsa))
    : der.sequence(der.objectIdentifier(oids.sha256WithRsa), der.null());
}

function distinguishedName(commonName: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectIdentifier(oids.commonName), der.utf8String(commonName))));
}
