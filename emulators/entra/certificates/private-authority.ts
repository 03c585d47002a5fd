import { createPrivateKey, generateKeyPair, type KeyObject, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { writeDocument } from "#emulators/wire/store";

import { authorityExtensions, serverExtensions } from "./extensions";
import { issueCertificate } from "./issue-certificate";

/** What an HTTPS server on this machine needs, and what its clients must trust. */
export interface ServerIdentity {
  /** PEM. */
  key: string;
  /** PEM. */
  certificate: string;
  /** Path of the authority's certificate, for `NODE_EXTRA_CA_CERTS`. */
  caFile: string;
}

const authorityName = "Emulated Entra tenant";
const serverNames = ["localhost", "127.0.0.1"];

/**
 * Clients judge it by the machine's clock and not by the tenant's, which tests move. So it is good for long, and worth
 * nothing elsewhere: the authority's key is thrown away once it has signed this one server.
 */
const validity = { notBefore: new Date("2020-01-01T00:00:00Z"), notAfter: new Date("2049-12-31T23:59:59Z") };

/** The server's identity kept in the folder, or a new one where there is none that fits together. */
export async function openServerIdentity(folder: string): Promise<ServerIdentity> {
  const paths = {
    caFile: join(folder, "ca.pem"),
    certificate: join(folder, "server.pem"),
    key: join(folder, "server-key.pem"),
  };
  if (!isWhole(paths)) await makeIdentity(folder, paths);
  return {
    key: readFileSync(paths.key, "utf8"),
    certificate: readFileSync(paths.certificate, "utf8"),
    caFile: paths.caFile,
  };
}

type Paths = Record<"caFile" | "certificate" | "key", string>;

async function makeIdentity(folder: string, paths: Paths): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [authority, server] = await Promise.all([newKeys(), newKeys()]);
  const issuer = { name: authorityName, privateKey: authority.privateKey };
  const common = { issuer, ...validity };
  const authorityCertificate = issueCertificate({
    ...common,
    subject: authorityName,
    publicKey: authority.publicKey,
    extensions: authorityExtensions,
  });
  const serverCertificate = issueCertificate({
    ...common,
    subject: "localhost",
    publicKey: server.publicKey,
    extensions: serverExtensions(serverNames),
  });
  const key = server.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  // Each a new file for its owner only: one that is there may have other rights, or be a link.
  writeDocument(paths.key, key);
  writeDocument(paths.certificate, pem(serverCertificate));
  writeDocument(paths.caFile, pem(authorityCertificate));
}

/** Whether another run has left all three, each belonging to the others. */
function isWhole(paths: Paths): boolean {
  if (!Object.values(paths).every((path) => existsSync(path))) return false;
  try {
    const authority = new X509Certificate(readFileSync(paths.caFile));
    const server = new X509Certificate(readFileSync(paths.certificate));
    return server.verify(authority.publicKey) && server.checkPrivateKey(createPrivateKey(readFileSync(paths.key)));
  } catch {
    return false;
  }
}

function newKeys(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return promisify(generateKeyPair)("ec", { namedCurve: "P-256" });
}

function pem(certificate: Buffer): string {
  return new X509Certificate(certificate).toString();
}
