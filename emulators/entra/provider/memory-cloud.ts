import { seedTenant } from "../seed";
import type { Tenant } from "../state/model";
import type { TenantCloud } from "./cloud";

/** A tenant in memory, with a fixed clock and counted ids: the same calls give the same tenant. */
export function memoryCloud(seed: Tenant = seedTenant(), now = new Date("2026-11-24T18:00:00Z")): TenantCloud {
  let tenant = structuredClone(seed);
  let count = 0;
  const newId = () => `00000000-0000-4000-9000-${String(++count).padStart(12, "0")}`;
  return {
    read: () => tenant,
    transact: (transition) => {
      const draft = structuredClone(tenant);
      const result = transition(draft, { now, newId });
      tenant = draft;
      return result;
    },
    now: () => now,
    caller: () => tenant.deployer,
  };
}
