import { createPublicKey, X509Certificate } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createSigningCertificate, thumbprintOf } from "./signing-certificate";

const subject = "CN=Microsoft Azure Federated SSO Certificate";

describe("createSigningCertificate", () => {
  it("makes a self-signed certificate that node reads, with the subject, dates and key asked for", async () => {
    const made = await createSigningCertificate({
      subject,
      notBefore: new Date("2026-11-24T18:00:00Z"),
      notAfter: new Date("2029-11-24T18:00:00Z"),
    });
    const certificate = new X509Certificate(Buffer.from(made.certificate, "base64"));
    expect(certificate.subject).toBe(subject);
    expect(certificate.issuer).toBe(subject);
    expect(new Date(certificate.validTo).toISOString()).toBe("2029-11-24T18:00:00.000Z");
    expect(certificate.verify(createPublicKey(made.privateKeyPem))).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(made.thumbprint).toBe(thumbprintOf(made.certificate));
    expect(made.thumbprint).toMatch(/^[0-9A-F]{40}$/);
  });

  it.each([
    ["2049-12-31T23:59:59Z", "2049-12-31T23:59:59.000Z"],
    ["2050-01-01T00:00:00Z", "2050-01-01T00:00:00.000Z"],
  ])("writes the end date %s", async (notAfter, expected) => {
    const made = await createSigningCertificate({
      subject,
      notBefore: new Date("2026-11-24T18:00:00Z"),
      notAfter: new Date(notAfter),
    });
    const certificate = new X509Certificate(Buffer.from(made.certificate, "base64"));
    expect(new Date(certificate.validTo).toISOString()).toBe(expected);
  });
});
