import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { verifyResponse } from "#core/saml/response";

import { deployApplication, examplePassword, textOf } from "./provider/deployed-application.test-support";
import { memoryCloud } from "./provider/memory-cloud";
import { contoso, seedTenant } from "./seed";
import { serveTenant, type ServedTenant } from "./server";
import { signInFace } from "./sign-in/face";
import type { Tenant } from "./state/model";

const now = new Date("2026-11-24T18:00:00Z");
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";

async function preparedFace(displayName?: string) {
  const cloud = memoryCloud(undefined, now);
  const { clientId, certificate, developer } = await deployApplication(cloud);
  if (displayName !== undefined) {
    cloud.transact((tenant) => {
      Object.assign(tenant.servicePrincipals[0] ?? {}, { displayName });
      tenant.appRoleAssignments = [];
    });
  }
  let count = 0;
  const app = signInFace({ read: () => cloud.read(), step: () => ({ now, newId: () => `fresh-${++count}` }) });
  const path = `/api/signin/${clientId}?tenantId=${tenantId}`;
  const username = textOf(developer.state["userPrincipalName"]);
  const post = (fields: Record<string, string>, target = path) =>
    app.request(target, { method: "POST", body: new URLSearchParams(fields) });
  return { app, clientId, path, post, username, certificate: textOf(certificate.state["value"]) };
}

describe("the sign-in page", () => {
  it("is a form, and posts the response to the application when it is filled in", async () => {
    const { app, certificate, path, post, username } = await preparedFace();
    const form = await (await app.request(path)).text();
    expect(form).toContain('<input name="username"');
    const answer = await post({ username, password: examplePassword, mfa: "true", ip: "203.0.113.7" });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('action="https://signin.aws.amazon.com/saml"');
    const response = /name="SAMLResponse" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(verifyResponse(Buffer.from(response, "base64").toString(), [certificate])).toHaveProperty("assertion");
  });

  it("tells a refusal by code and message, every name escaped", async () => {
    const { post, username } = await preparedFace("<script>alert(1)</script>");
    const answer = await post({ username, password: examplePassword });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toMatch(/id="code">AADSTS50105</);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script>alert");
  });

  it("says which fields are wrong, without their values", async () => {
    const { post, username } = await preparedFace();
    const answer = await post({ username, password: examplePassword, ip: "not an address", mfaa: "true" });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("Missing or malformed fields: ip, mfaa.");
    expect(page).not.toContain("not an address");
  });

  it("refuses another tenant, another application and a body that is no form", async () => {
    const { app, clientId, path, post } = await preparedFace();
    const other = "11111111-1111-4111-8111-111111111111";
    expect((await app.request(`/api/signin/${clientId}?tenantId=${other}`)).status).toBe(400);
    expect(await (await app.request(`/api/signin/${other}?tenantId=${tenantId}`)).text()).toContain("AADSTS700016");
    expect((await post({ username: "u", password: "x".repeat(17_000) })).status).toBe(413);
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
      const headers = { "content-type": type };
      const answer = await app.request(path, { method: "POST", body: "no form", headers });
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("The body is no form.")]);
    }
  });

  it("publishes the application's metadata with the active certificate", async () => {
    const { app, certificate, clientId } = await preparedFace();
    const path = `/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${clientId}`;
    expect(await (await app.request(path)).text()).toContain(certificate);
  });
});

describe("an application whose certificate nobody has made active", () => {
  it("is told as such by the sign-in and in place of the metadata", async () => {
    const cloud = memoryCloud(seedTenant(undefined, { firstCertificateIsActive: false }), now);
    const { clientId, developer } = await deployApplication(cloud);
    const app = signInFace({ read: () => cloud.read(), step: () => ({ now, newId: () => "fresh" }) });
    const username = textOf(developer.state["userPrincipalName"]);
    const body = new URLSearchParams({ username, password: examplePassword });
    const page = await (await app.request(`/api/signin/${clientId}`, { method: "POST", body })).text();
    const words = "has no active signing certificate. In Entra make one active";
    expect(page).toContain('id="code">NoActiveSigningCertificate<');
    expect(page).toContain(words);
    const path = `/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${clientId}`;
    const metadata = await app.request(path);
    expect([metadata.status, await metadata.text()]).toEqual([400, expect.stringContaining(words)]);
  });
});

describe("serveTenant", () => {
  let folder: string;
  let served: ServedTenant | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tenant-"));
  });
  afterEach(async () => {
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const serve = async () => {
    served = await serveTenant({ folder, now: () => now, newId: () => crypto.randomUUID() });
    return served;
  };

  it("answers on loopback and keeps its state in a file that only its owner reads", async () => {
    const { domain, providerPort, tenantId: id, url, writes } = await serve();
    expect({ domain, id, writes: writes() }).toEqual({ domain: "contoso.onmicrosoft.com", id: tenantId, writes: 0 });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(providerPort).toBeGreaterThan(0);
    expect((await fetch(`${url}/api/signin/unknown?tenantId=${tenantId}`)).status).toBe(400);
    expect(statSync(join(folder, "tenant.json")).mode & 0o777).toBe(0o600);
  });

  it("serves login and Graph on one origin, with an authority that it keeps", async () => {
    const { caFile, clientId, clientSecret, close, graphUrl } = await serve();
    expect(graphUrl).toMatch(/^https:\/\/localhost:\d+$/);
    expect({ clientId, clientSecret }).toEqual({
      clientId: contoso.deployer.clientId,
      clientSecret: contoso.deployer.clientSecret,
    });
    const authority = readFileSync(caFile, "utf8");
    await close();
    expect(readFileSync((await serve()).caFile, "utf8")).toBe(authority);
  });

  it("narrows what the deployer may do, and keeps that", async () => {
    const options = { folder, now: () => now, newId: () => crypto.randomUUID() };
    const permissions = () =>
      (JSON.parse(readFileSync(join(folder, "tenant.json"), "utf8")) as Tenant).deployer.permissions;
    served = await serveTenant({ ...options, deployerPermissions: ["Group.Read.All"] });
    await served.close();
    served = await serveTenant(options);
    expect(permissions()).toEqual(["Group.Read.All"]);
  });

  it.each(["{}", '{"id":"x"}', '{"format":1,"id":"x","users":{}}'])(
    "refuses a file that holds no tenant: %s",
    async (text) => {
      writeFileSync(join(folder, "tenant.json"), text);
      await expect(serve()).rejects.toThrow(
        `${join(folder, "tenant.json")} is not an emulated tenant of this version. Remove it to start anew.`,
      );
      rmSync(join(folder, "tenant.json"));
      await serve();
    },
  );

  it("takes up the state that another run has left", async () => {
    const first = await serve();
    const before = readFileSync(join(folder, "tenant.json"), "utf8");
    await first.close();
    await serve();
    expect(readFileSync(join(folder, "tenant.json"), "utf8")).toBe(before);
  });
});
