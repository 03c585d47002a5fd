import { isSameId } from "./lookup";
import type { Tenant, TenantClient } from "./model";

/** The deployer or another client application, by its client id. */
export function findClient(tenant: Readonly<Tenant>, clientId: string): TenantClient | undefined {
  return [tenant.deployer, ...tenant.clients].find((client) => isSameId(client.clientId, clientId));
}
