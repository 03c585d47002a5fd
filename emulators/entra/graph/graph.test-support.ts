import { Hono } from "hono";

import { memoryCloud } from "../provider/memory-cloud";
import { contoso, seedTenant } from "../seed";
import type { Tenant } from "../state/model";
import { graphFace } from "./face";
import { createTokenAuthority } from "./login/access-token";
import { loginFace } from "./login/face";

export const origin = "https://localhost:1";

/** One for all, since a key takes its time to make. */
const tokens = createTokenAuthority("key");

/** Login and Graph over a tenant in memory, without a wire. */
export function graphOver(tenant: Tenant = seedTenant()) {
  const cloud = memoryCloud(tenant);
  let later = 0;
  const moved = { ...cloud, now: () => new Date(cloud.now().getTime() + later) };
  const app = new Hono();
  app.route("/", loginFace(moved, tokens));
  app.route("/", graphFace(moved, tokens));
  const { clientId, clientSecret } = contoso.deployer;
  const signIn = async (form: Record<string, string> = {}, tenantName = tenant.id) => {
    const fields = { grant_type: "client_credentials", scope: `${origin}/.default` };
    const body = new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret, ...form });
    const response = await app.request(`${origin}/${tenantName}/oauth2/v2.0/token`, { method: "POST", body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const request = async (path: string, init: RequestInit = {}, token?: string) => {
    const bearer = token ?? String((await signIn()).body["access_token"]);
    const headers = { authorization: `Bearer ${bearer}` };
    const response = await app.request(path.startsWith("http") ? path : `${origin}${path}`, { ...init, headers });
    const text = await response.text();
    return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as GraphBody };
  };
  return {
    app,
    cloud,
    signIn,
    request,
    waits: (milliseconds: number) => {
      later += milliseconds;
    },
  };
}

export interface GraphBody extends Record<string, unknown> {
  value: Record<string, unknown>[];
  error: { code: string; message: string };
}

/** A token that says the same as the tenant's own, signed by somebody else. */
export function forgedToken(): Promise<string> {
  const now = new Date("2026-11-24T18:00:00Z");
  return createTokenAuthority("key").issue(seedTenant(), contoso.deployer, origin, now);
}
