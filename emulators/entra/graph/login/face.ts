import { randomUUID } from "node:crypto";

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { TenantCloud } from "../../provider/cloud";
import type { Tenant } from "../../state/model";
import { graphAudiences } from "../audiences";
import { type TokenAuthority, tokenLifetime } from "./access-token";
import { authenticateClient, isThisTenant } from "./authenticate-client";
import { SignInError, signInError } from "./sign-in-errors";

/** Larger than any form that asks for a token. */
const smallForms = bodyLimit({ maxSize: 64 * 1024, onError: (context) => context.text("Request body too large", 413) });

/** Discovery and token endpoint of the tenant, as https://login.microsoftonline.com has them. */
export function loginFace(cloud: TenantCloud, tokens: TokenAuthority): Hono {
  const app = new Hono();
  app.get("/:tenant/v2.0/.well-known/openid-configuration", (context) => {
    const named = context.req.param("tenant");
    if (!isThisTenant(cloud.read(), named)) throw signInError("tenantNotFound", { tenant: named });
    return context.json(openIdConfiguration(originOf(context), cloud.read().id));
  });
  app.get("/common/discovery/instance", (context) => {
    const origin = originOf(context);
    const tenantDiscovery = `${origin}/${cloud.read().id}/v2.0/.well-known/openid-configuration`;
    const host = new URL(origin).host;
    return context.json({
      tenant_discovery_endpoint: tenantDiscovery,
      "api-version": "1.1",
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    });
  });
  app.get("/:tenant/discovery/v2.0/keys", async (context) => {
    const { kid, key } = await tokens.publicKey();
    return context.json({ keys: [{ ...key.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] });
  });
  app.post("/:tenant/oauth2/v2.0/token", smallForms, async (context) => {
    // RFC 6749 §4.4.2: a form, and nothing else is one; what is sent in another way says nothing.
    const form = new URLSearchParams(await context.req.text());
    const field = (name: string) => form.get(name) || undefined;
    const grantType = field("grant_type");
    if (grantType === undefined) throw signInError("parameterMissing", { parameter: "grant_type" });
    if (grantType !== "client_credentials") throw signInError("unsupportedGrant", { grantType });
    const client = authenticateClient(cloud.read(), {
      tenant: context.req.param("tenant"),
      clientId: field("client_id"),
      clientSecret: field("client_secret"),
    });
    const audience = audienceOf(cloud.read(), field("scope"), originOf(context));
    const access_token = await tokens.issue(cloud.read(), client, audience, cloud.now());
    const common = { token_type: "Bearer", expires_in: tokenLifetime, ext_expires_in: tokenLifetime };
    return context.json({ ...common, access_token }, 200, { "cache-control": "no-store" });
  });
  app.onError((error, context) => {
    if (!(error instanceof SignInError)) throw error;
    return context.json(errorBody(error, cloud.now()), error.status);
  });
  return app;
}

/** The server's own origin, whose clients must say `localhost` or `127.0.0.1`: its certificate has no other name. */
function originOf(context: Context): string {
  return new URL(context.req.url).origin;
}

/** A client-credentials scope names its resource and ends in `/.default`. */
function audienceOf(tenant: Readonly<Tenant>, scope: string | undefined, origin: string): string {
  if (scope === undefined) throw signInError("parameterMissing", { parameter: "scope" });
  const [wanted = "", ...others] = scope
    .split(" ")
    .filter((each) => !["openid", "profile", "offline_access"].includes(each));
  const resource = /^(.+?)\/?\/\.default$/.exec(wanted)?.[1];
  if (others.length > 0 || resource === undefined) throw signInError("scopeInvalid", { scope });
  if (!graphAudiences(tenant, origin).includes(resource)) {
    throw signInError("unknownResource", { resource, tenant: tenant.displayName });
  }
  return resource;
}

function openIdConfiguration(origin: string, tenantId: string) {
  return {
    token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post"],
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    response_modes_supported: ["query"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code"],
    scopes_supported: ["openid"],
    issuer: `${origin}/${tenantId}/v2.0`,
    authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
    tenant_region_scope: "EU",
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  };
}

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application */
function errorBody({ error, code, message }: SignInError, now: Date) {
  const timestamp = now
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
  const [trace_id, correlation_id] = [randomUUID(), randomUUID()];
  return {
    error,
    error_description: `${message} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id,
    correlation_id,
  };
}
