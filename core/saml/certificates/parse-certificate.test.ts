import { describe, expect, it } from "vitest";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { parseCertificate } from ".";

const { certificate } = testCertificate({
  commonName: "Signer",
  notBefore: new Date("2025-01-02T03:04:05Z"),
  notAfter: new Date("2028-01-02T03:04:05Z"),
});
const lines = certificate.replace(/.{64}/g, "$&\n");

describe("parseCertificate", () => {
  it.each([
    ["base64 on one line", certificate],
    ["base64 on many lines", lines],
    ["PEM", `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`],
    [
      "PEM with the line ends of Windows",
      `-----BEGIN CERTIFICATE-----\r\n${lines.replace(/\n/g, "\r\n")}\r\n-----END CERTIFICATE-----\r\n`,
    ],
  ])("reads %s", (_form, text) => {
    expect(parseCertificate(text)).toMatchObject({
      base64: certificate,
      subject: "CN=Signer",
      notBefore: new Date("2025-01-02T03:04:05Z"),
      notAfter: new Date("2028-01-02T03:04:05Z"),
      key: { type: "rsa", bits: 2048 },
    });
  });

  it.each([
    ["nothing", ""],
    ["other text", "not a certificate"],
    ["base64 of something else", Buffer.from("not a certificate").toString("base64")],
    ["one that was cut", certificate.slice(0, -8)],
    [
      "two at once",
      Buffer.concat([Buffer.from(certificate, "base64"), Buffer.from(certificate, "base64")]).toString("base64"),
    ],
  ])("does not read %s", (_form, text) => {
    expect(parseCertificate(text)).toBeUndefined();
  });
});
