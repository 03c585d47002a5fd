import { mkdtempSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveTenant, type ServedTenant } from "#emulators/entra";
import { callerOfToken } from "./graph-caller";
import { openGraph } from "./graph";
import { runWithGraph } from "./graph.test-support";

// Judge: @azure/identity 4.13.1 and @microsoft/microsoft-graph-client 3.0.7 themselves, 2026-11-24

const folder = mkdtempSync(join(tmpdir(), "graph-client-"));
let tenant: ServedTenant;

beforeAll(async () => {
  tenant = await serveTenant({ folder, now: () => new Date(), newId: randomUUID });
});
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The variables that `entra-aws emulator start` prints, as far as Graph goes. */
const environment = () => ({
  AZURE_AUTHORITY_HOST: tenant.graphUrl,
  AZURE_CLIENT_ID: tenant.clientId,
  AZURE_CLIENT_SECRET: tenant.clientSecret,
  AZURE_TENANT_ID: tenant.tenantId,
  // Nothing else may be tried: the others ask the network or start programs.
  AZURE_TOKEN_CREDENTIALS: "EnvironmentCredential",
  ENTRA_AWS_GRAPH_ENDPOINT: tenant.graphUrl,
  NODE_EXTRA_CA_CERTS: tenant.caFile,
});

describe("openGraph, with the genuine clients over TLS", () => {
  it("signs in, says who it is and what it may do, and reads", async () => {
    const program = `
      const { client, tenantId, caller } = await openGraph();
      const groups = await client.api("/groups").filter("displayName eq 'BreakGlass'").select("id").get();
      const refused = await client.api("/domains").get().catch(({ statusCode, code }) => ({ statusCode, code }));
      console.log(JSON.stringify({ tenantId, caller, groups: groups.value, refused }));`;
    const { code, stdout, stderr } = await runWithGraph(program, environment());
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      tenantId: tenant.tenantId,
      caller: {
        clientId: tenant.clientId,
        objectId: "0ca11e40-0000-4000-8000-00000000ca11",
        kind: "application",
        displayName: "deployer",
        permissions: expect.arrayContaining(["Application.ReadWrite.All", "Group.ReadWrite.All"]) as string[],
      },
      groups: [{ id: "b4ea6100-0000-4000-8000-000000000001" }],
      refused: { statusCode: 403, code: "Authorization_RequestDenied" },
    });
  });

  it.each([
    ["a wrong secret", { AZURE_CLIENT_SECRET: "guessed" }, "AADSTS7000215: Invalid client secret provided."],
    [
      "an unknown application",
      { AZURE_CLIENT_ID: "00000000-0000-4000-8000-000000000000" },
      "AADSTS700016: Application",
    ],
    ["no credentials", { AZURE_CLIENT_ID: "" }, "no credentials were found."],
  ])("is not signed in with %s, and says how to", async (_what, changed, words) => {
    const { code, stdout, stderr } = await runWithGraph("await openGraph();", { ...environment(), ...changed });
    expect(code).toBe(4);
    expect(stdout).toContain("NotSignedIn: Not signed in to Microsoft Entra ID: ");
    expect(stdout).toContain(words);
    expect(stdout).toContain("Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or run `az login`.");
    for (const text of [stdout, stderr]) expect(text).not.toContain(tenant.clientSecret);
  });

  it.each([
    ["does not trust a tenant without its certificate authority", { NODE_EXTRA_CA_CERTS: "" }],
    ["finds nobody who answers", { AZURE_AUTHORITY_HOST: "https://localhost:1" }],
    ["asks for another tenant", { AZURE_TENANT_ID: "00000000-0000-4000-8000-000000000000" }],
  ])("%s: that is no want of credentials, and is not told as one", async (_what, changed) => {
    const { stdout } = await runWithGraph("await openGraph();", { ...environment(), ...changed });
    const host = "AZURE_AUTHORITY_HOST" in changed ? changed.AZURE_AUTHORITY_HOST : tenant.graphUrl;
    expect(stdout).toMatch(/^Error: Microsoft Entra ID gave no usable answer at /);
    expect(stdout).toContain(`${host} (`);
    expect(stdout).toContain("NODE_EXTRA_CA_CERTS");
  });

  it("stops when it is told to", async () => {
    const program = "const stop = new AbortController(); stop.abort(); await openGraph({ signal: stop.signal });";
    expect((await runWithGraph(program, environment())).stdout).toContain("AbortError");
  });
});

describe("openGraph", () => {
  it("sends no token over a wire that everybody reads", async () => {
    process.env["ENTRA_AWS_GRAPH_ENDPOINT"] = "http://localhost:1\u0007";
    try {
      await expect(openGraph()).rejects.toThrow(
        'ENTRA_AWS_GRAPH_ENDPOINT is "http://localhost:1"; expected the origin of a Microsoft Graph, such as https://graph.microsoft.com',
      );
    } finally {
      delete process.env["ENTRA_AWS_GRAPH_ENDPOINT"];
    }
  });
});

describe("callerOfToken", () => {
  const token = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;

  it("reads a person's token: delegated permissions, and the name", () => {
    const claims = { oid: "o", tid: "t", appid: "a", scp: "User.Read Directory.Read.All", name: "Alice", roles: ["x"] };
    expect(callerOfToken(token(claims))).toEqual({
      tenantId: "t",
      objectId: "o",
      clientId: "a",
      kind: "user",
      displayName: "Alice",
      permissions: ["Directory.Read.All", "User.Read"],
    });
  });

  it("reads an application's token without any permission", () => {
    expect(callerOfToken(token({ oid: "o", tid: "t", idtyp: "app" }))).toEqual({
      tenantId: "t",
      objectId: "o",
      kind: "application",
      permissions: [],
    });
  });

  it.each([
    ["nonsense", "The access token for Microsoft Graph is no JSON Web Token."],
    [token({ tid: "t" }), "The access token for Microsoft Graph names no object id (oid) and tenant (tid)."],
  ])("refuses %s", (text, message) => {
    expect(() => callerOfToken(text)).toThrow(message);
  });
});
