import { createHash, timingSafeEqual } from "node:crypto";

import { isSameId } from "../../state/lookup";
import { findClient } from "../../state/clients";
import type { Tenant, TenantClient } from "../../state/model";
import { signInError } from "./sign-in-errors";

/**
 * The client application that these credentials belong to.
 * @throws what Entra's token endpoint answers for another tenant, an unknown application or a wrong secret
 */
export function authenticateClient(
  tenant: Readonly<Tenant>,
  given: { tenant: string; clientId: string | undefined; clientSecret: string | undefined },
): TenantClient {
  if (!isThisTenant(tenant, given.tenant)) throw signInError("tenantNotFound", { tenant: given.tenant });
  if (!given.clientId) throw signInError("parameterMissing", { parameter: "client_id" });
  const client = identifyClient(tenant, given.clientId);
  if (!given.clientSecret) throw signInError("secretMissing");
  if (!isSameSecret(given.clientSecret, client.clientSecret)) {
    throw signInError("invalidSecret", { clientId: client.clientId });
  }
  return client;
}

/** @throws AADSTS700016 when the tenant has no such application */
export function identifyClient(tenant: Readonly<Tenant>, clientId: string): TenantClient {
  const client = findClient(tenant, clientId);
  if (!client) throw signInError("unknownApplication", { clientId, tenant: tenant.displayName });
  return client;
}

/** A tenant is named by its id or by one of its domains. */
export function isThisTenant(tenant: Readonly<Tenant>, named: string): boolean {
  return isSameId(tenant.id, named) || tenant.domains.includes(named.toLowerCase());
}

function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
