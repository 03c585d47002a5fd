import type { Deleted, Tenant } from "./model";
import { timestamp, type Step } from "./step";

/** Moves what was deleted to `/directory/deletedItems`, where its names no longer count as taken. */
export function softDelete(tenant: Tenant, deleted: Deleted, step: Step): void {
  tenant.deletedItems.push({ deletedDateTime: timestamp(step.now), ...deleted });
}
