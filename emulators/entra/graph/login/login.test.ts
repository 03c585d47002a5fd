import { createPublicKey, verify } from "node:crypto";

import { describe, expect, it } from "vitest";

import { contoso } from "../../seed";
import { graphOver, origin } from "../graph.test-support";

// Judge: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and access-token-claims-reference

describe("the token endpoint", () => {
  it("answers a signed token of version 1.0 with the application's permissions as roles", async () => {
    const { app, signIn } = graphOver();
    const { status, body } = await signIn();
    expect([status, body["token_type"], body["expires_in"]]).toEqual([200, "Bearer", 3599]);
    const [header = "", payload = "", signature = ""] = String(body["access_token"]).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
    const issued = Date.parse("2026-11-24T18:00:00Z") / 1000;
    expect(claims).toEqual({
      aud: origin,
      iss: `https://sts.windows.net/${contoso.id}/`,
      iat: issued,
      nbf: issued,
      exp: issued + 3599,
      app_displayname: "deployer",
      appid: contoso.deployer.clientId,
      idtyp: "app",
      oid: contoso.deployer.objectId,
      roles: contoso.deployer.permissions,
      sub: contoso.deployer.objectId,
      tid: contoso.id,
      ver: "1.0",
    });
    const keys = (await (await app.request(`${origin}/${contoso.id}/discovery/v2.0/keys`)).json()) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const [jwk] = keys.keys;
    const { kid } = JSON.parse(Buffer.from(header, "base64url").toString()) as { kid: string };
    expect(jwk?.kid).toBe(kid);
    const key = createPublicKey({ key: { ...jwk }, format: "jwk" });
    expect(verify("sha256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(true);
  });

  it("takes the tenant's domain for its id, and Graph's names for its own", async () => {
    const { signIn } = graphOver();
    expect((await signIn({}, "contoso.onmicrosoft.com")).status).toBe(200);
    expect((await signIn({ scope: "https://graph.microsoft.com/.default" })).status).toBe(200);
    expect((await signIn({ scope: "00000003-0000-0000-c000-000000000000/.default openid" })).status).toBe(200);
  });

  it.each([
    [
      "a wrong secret",
      { client_secret: "guessed" },
      401,
      "invalid_client",
      "AADSTS7000215: Invalid client secret provided.",
    ],
    ["no secret", { client_secret: "" }, 401, "invalid_client", "AADSTS7000218"],
    [
      "an unknown application",
      { client_id: "00000000-0000-4000-8000-000000000000" },
      400,
      "unauthorized_client",
      "AADSTS700016: Application with identifier '00000000-0000-4000-8000-000000000000' was not found in the directory 'Contoso'.",
    ],
    ["no application", { client_id: "" }, 400, "invalid_request", "AADSTS900144"],
    ["a person's grant", { grant_type: "password" }, 400, "unsupported_grant_type", "AADSTS70003"],
    ["another resource", { scope: "https://vault.azure.net/.default" }, 400, "invalid_resource", "AADSTS500011"],
    ["a single permission", { scope: `${origin}/Group.Read.All` }, 400, "invalid_scope", "AADSTS1002012"],
    ["no scope", { scope: "" }, 400, "invalid_request", "AADSTS900144"],
  ])("refuses %s", async (_what, form, status, error, words) => {
    const answer = await graphOver().signIn(form);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_description: expect.stringContaining(words) as string });
    expect(JSON.stringify(answer.body)).not.toContain(contoso.deployer.clientSecret);
  });

  it.each([
    ["multipart/form-data; boundary=x", "no part at all"],
    ["application/json", '{"grant_type":"client_credentials"}'],
  ])("takes no form as %s for one that says nothing", async (type, body) => {
    const request = { method: "POST", body, headers: { "content-type": type } };
    const response = await graphOver().app.request(`${origin}/${contoso.id}/oauth2/v2.0/token`, request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_request", error_codes: [900144] });
  });

  it.each([
    [64 * 1024, 400],
    [64 * 1024 + 1, 413],
  ])("reads a body of %i bytes: %i", async (size, status) => {
    const request = { method: "POST", body: "x".repeat(size) };
    expect((await graphOver().app.request(`${origin}/${contoso.id}/oauth2/v2.0/token`, request)).status).toBe(status);
  });

  it("refuses another tenant, as the discovery does", async () => {
    const { app, signIn } = graphOver();
    const other = "00000000-0000-4000-8000-000000000000";
    expect(await signIn({}, other)).toMatchObject({ status: 400, body: { error_codes: [90002] } });
    expect((await app.request(`${origin}/${other}/v2.0/.well-known/openid-configuration`)).status).toBe(400);
  });
});

describe("the discovery", () => {
  it("names endpoints on the server's own origin", async () => {
    const { app } = graphOver();
    const response = await app.request(`${origin}/${contoso.id}/v2.0/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: `${origin}/${contoso.id}/v2.0`,
      token_endpoint: `${origin}/${contoso.id}/oauth2/v2.0/token`,
      jwks_uri: `${origin}/${contoso.id}/discovery/v2.0/keys`,
    });
    expect(await (await app.request(`${origin}/common/discovery/instance`)).json()).toMatchObject({
      metadata: [{ preferred_network: "localhost:1" }],
    });
  });
});
