import { X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openServerIdentity } from "./private-authority";

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "authority-")), "tls");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

describe("openServerIdentity", () => {
  it("makes a server certificate for this machine's names, signed by an authority that signs nothing else", async () => {
    const { certificate, caFile } = await openServerIdentity(folder);
    const server = new X509Certificate(certificate);
    const authority = new X509Certificate(readFileSync(caFile));
    expect(server.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1");
    expect([server.ca, authority.ca]).toEqual([false, true]);
    expect(server.verify(authority.publicKey)).toBe(true);
    expect(server.checkIssued(authority)).toBe(true);
    expect(authority.checkIssued(authority)).toBe(true);
  });

  it("keeps the server's key for its owner only, and the authority's nowhere", async () => {
    const { key, caFile } = await openServerIdentity(folder);
    expect(statSync(join(folder, "server-key.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(key).toContain("PRIVATE KEY");
    expect(readFileSync(caFile, "utf8")).not.toContain("PRIVATE");
  });

  it("writes a new key into no file that others may read", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "server-key.pem"), "torn", { mode: 0o644 });
    await openServerIdentity(folder);
    expect(statSync(join(folder, "server-key.pem")).mode & 0o777).toBe(0o600);
  });

  it("takes up what another run has left", async () => {
    const first = await openServerIdentity(folder);
    expect(await openServerIdentity(folder)).toEqual(first);
  });

  it.each(["ca.pem", "server.pem", "server-key.pem"])("makes all anew where %s is gone or damaged", async (name) => {
    const first = await openServerIdentity(folder);
    writeFileSync(join(folder, name), "torn");
    const second = await openServerIdentity(folder);
    expect(second.certificate).not.toBe(first.certificate);
    rmSync(join(folder, name));
    expect((await openServerIdentity(folder)).certificate).not.toBe(second.certificate);
  });
});
