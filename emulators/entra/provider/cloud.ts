import type { Tenant } from "../state/model";
import type { Step } from "../state/step";

/** A tenant as the provider face reaches it: reads, and transitions that happen whole or not at all. */
export interface TenantCloud {
  read(): Readonly<Tenant>;
  transact<Result>(transition: (tenant: Tenant, step: Step) => Result): Result;
  now(): Date;
}
