import { type KeyObject, X509Certificate } from "node:crypto";

/** What SAML needs of an X.509 certificate. */
export interface Certificate {
  /** The DER bytes in base64, on one line. */
  base64: string;
  /** With armor, for OpenSSL and its like. */
  pem: string;
  subject: string;
  /** SHA-1 of the DER bytes, in upper-case hexadecimal, as Entra shows it. */
  thumbprint: string;
  notBefore: Date;
  notAfter: Date;
  key: { object: KeyObject; type: string; bits?: number };
}

/** Reads one certificate from PEM, or from its base64 DER with or without line breaks. */
export function parseCertificate(text: string): Certificate | undefined {
  const base64 = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, "").replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  try {
    const certificate = new X509Certificate(bytes);
    // OpenSSL reads the first certificate and passes over what follows it.
    return certificate.raw.equals(bytes) ? described(certificate) : undefined;
  } catch {
    return undefined;
  }
}

function described(certificate: X509Certificate): Certificate {
  const { publicKey } = certificate;
  return {
    base64: certificate.raw.toString("base64"),
    pem: certificate.toString(),
    subject: certificate.subject,
    thumbprint: certificate.fingerprint.replaceAll(":", ""),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    key: {
      object: publicKey,
      type: publicKey.asymmetricKeyType ?? "unknown",
      bits: publicKey.asymmetricKeyDetails?.modulusLength,
    },
  };
}
