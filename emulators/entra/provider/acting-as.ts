import type { TenantCloud } from "./cloud";

/** The same tenant, asked by that caller. Everything else is read where it is, since parts of a cloud come later. */
export function actingAs(cloud: TenantCloud, caller: TenantCloud["caller"]): TenantCloud {
  return Object.create(cloud, { caller: { value: caller, enumerable: true } }) as TenantCloud;
}
