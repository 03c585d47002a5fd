import { createPublicKey, generateKeyPair, type KeyObject, sign, verify } from "node:crypto";
import { promisify } from "node:util";

import { entraClouds, issuer } from "#core/entra";

import { refusal } from "../../state/errors";
import { findClient } from "../../state/clients";
import type { Tenant, TenantClient } from "../../state/model";

/** How long a token for an application is good, in seconds. Source: a client-credentials answer's `expires_in`. */
export const tokenLifetime = 3599;

interface Claims {
  aud: string;
  iss: string;
  iat: number;
  nbf: number;
  exp: number;
  app_displayname: string;
  appid: string;
  idtyp: "app";
  oid: string;
  roles: string[];
  sub: string;
  tid: string;
  ver: "1.0";
}

/** Signs access tokens and reads them back. The key lives as long as the server: no token outlives it. */
export interface TokenAuthority {
  issue(tenant: Readonly<Tenant>, client: TenantClient, audience: string, now: Date): Promise<string>;
  /** @throws Graph's 401 when the token is not one of this authority, for another audience, or expired */
  caller(tenant: Readonly<Tenant>, token: string, audiences: readonly string[], now: Date): Promise<TenantClient>;
  /** For `jwks_uri`. */
  publicKey(): Promise<{ kid: string; key: KeyObject }>;
}

export function createTokenAuthority(keyId: string): TokenAuthority {
  // Made for the first token: most tenants never see one.
  let made: Promise<{ privateKey: KeyObject }> | undefined;
  const privateKey = async () =>
    (await (made ??= promisify(generateKeyPair)("rsa", { modulusLength: 2048 }))).privateKey;
  const publicKey = async () => createPublicKey(await privateKey());
  return {
    async issue(tenant, client, audience, now) {
      const header = { typ: "JWT", alg: "RS256", kid: keyId };
      const content = `${encoded(header)}.${encoded(claimsOf(tenant, client, audience, now))}`;
      return `${content}.${sign("sha256", Buffer.from(content), await privateKey()).toString("base64url")}`;
    },
    async caller(tenant, token, audiences, now) {
      const claims = readToken(token, await publicKey());
      const seconds = now.getTime() / 1000;
      if (claims.exp <= seconds) throw refusal("tokenExpired");
      if (claims.nbf > seconds) throw refusal("tokenInvalid", { reason: "Token is not yet valid" });
      if (!audiences.includes(claims.aud)) throw refusal("tokenInvalid", { reason: "Invalid audience" });
      const client = findClient(tenant, claims.appid);
      if (!client) throw refusal("tokenInvalid", { reason: "Unknown application" });
      // What was granted when the token was issued counts until it expires, as with Entra.
      return { ...client, permissions: claims.roles };
    },
    publicKey: async () => ({ kid: keyId, key: await publicKey() }),
  };
}

/** An app-only access token of version 1.0, as Graph gets it. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
function claimsOf(tenant: Readonly<Tenant>, client: TenantClient, audience: string, now: Date): Claims {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    aud: audience,
    iss: issuer(tenant.id, entraClouds[tenant.cloud]),
    iat: seconds,
    nbf: seconds,
    exp: seconds + tokenLifetime,
    app_displayname: client.displayName,
    appid: client.clientId,
    idtyp: "app",
    oid: client.objectId,
    roles: [...client.permissions],
    sub: client.objectId,
    tid: tenant.id,
    ver: "1.0",
  };
}

function readToken(token: string, key: KeyObject): Claims {
  const [header = "", payload = "", signature = "", ...rest] = token.split(".");
  const isSigned =
    rest.length === 0 &&
    verify("sha256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"));
  if (!isSigned) throw refusal(token.split(".").length === 3 ? "tokenInvalid" : "tokenMalformed", invalidSignature);
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
}

const invalidSignature = { reason: "Invalid signature" };

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
