import type { Tenant, TenantClient } from "../state/model";
import type { Step } from "../state/step";
import type { SynchronizationError } from "../state/synchronization/model";
import type { AwsCredentials } from "../state/synchronization/secrets";

/** A tenant as a face reaches it: reads, and transitions that happen whole or not at all. */
export interface TenantCloud {
  read(): Readonly<Tenant>;
  transact<Result>(transition: (tenant: Tenant, step: Step) => Result): Result;
  now(): Date;
  /** Who asks: its permissions decide, and it owns what it creates. */
  caller(): TenantClient;
  /** Where a provisioning service runs: it is told of what became due, and asked about a key. */
  readonly provisioning?: {
    runDue(): Promise<unknown>;
    findFault(credentials: AwsCredentials): Promise<SynchronizationError | undefined>;
  };
}
