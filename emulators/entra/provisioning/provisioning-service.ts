import { importability } from "#core/aws/role-import";

import type { TenantCloud } from "../provider/cloud";
import {
  beginCycle,
  completeCycle,
  type Cycle,
  dueJobs,
  failCycle,
  resumeCycles,
} from "../state/synchronization/cycles";
import type { SynchronizationError, SynchronizationTaskExecution } from "../state/synchronization/model";
import type { AwsCredentials } from "../state/synchronization/secrets";
import { cycleError, noCredentials } from "./cycle-error";
import type { ListedRole, ListRoles } from "./list-roles";

/** A cycle that has run, and how it ended. */
export interface CycleReport {
  readonly jobId: string;
  readonly state: SynchronizationTaskExecution["state"];
}

/** What the rest of the tenant may ask of the provisioning service. */
export interface ProvisioningService {
  /** Runs the cycles that are due, one after another; a call during another one waits for it. */
  runDue(): Promise<readonly CycleReport[]>;
  /** What is wrong with a key, asked of AWS; nothing when it may read the roles. */
  findFault(credentials: AwsCredentials): Promise<SynchronizationError | undefined>;
  /** Nothing is written any more; a cycle under way is due again when the tenant is served the next time. */
  stop(): void;
}

type Tenancy = Pick<TenantCloud, "read" | "transact" | "now">;

/**
 * Entra's provisioning service for jobs of template `aws`: reads the account's roles by the stored key, and writes app
 * roles. Without `listRoles` there is no AWS to read from, and cycles stay due.
 */
export function provisioningService(cloud: Tenancy, listRoles: ListRoles | undefined): ProvisioningService {
  const stopped = new AbortController();
  let last: Promise<readonly CycleReport[]> = Promise.resolve([]);
  cloud.transact((tenant, step) => {
    resumeCycles(tenant, step);
  });

  const runDue = async (): Promise<readonly CycleReport[]> => {
    const reports: CycleReport[] = [];
    if (listRoles === undefined) return reports;
    // The state that is read may be closed once it has been stopped, be it in the middle of a cycle.
    for (const jobId of stopped.signal.aborted ? [] : dueJobs(cloud.read(), cloud.now())) {
      if (stopped.signal.aborted) break;
      const state = await runCycle(cloud, jobId, listRoles, stopped.signal);
      if (state !== undefined) reports.push({ jobId, state });
    }
    return reports;
  };

  return {
    // Two cycles never overlap: each call begins when the one before it has ended, however it ended.
    runDue: () => (last = last.then(runDue, runDue)),
    findFault: (credentials) => findFault(listRoles, credentials),
    stop: () => {
      stopped.abort();
    },
  };
}

/** One cycle: reading takes its time, writing is one transition. */
async function runCycle(
  cloud: Tenancy,
  jobId: string,
  listRoles: ListRoles,
  stopped: AbortSignal,
): Promise<SynchronizationTaskExecution["state"] | undefined> {
  const cycle = cloud.transact((tenant, step) => beginCycle(tenant, jobId, step));
  if (cycle === undefined) return undefined;
  const outcome = await readRoles(cycle, listRoles);
  if (stopped.aborted) return undefined;
  return cloud.transact((tenant, step) =>
    "code" in outcome
      ? failCycle(tenant, cycle, outcome, step)
      : completeCycle(tenant, cycle, { values: importable(outcome.roles), read: outcome.roles.length }, step),
  );
}

async function readRoles(
  { credentials }: Cycle,
  listRoles: ListRoles,
): Promise<{ roles: readonly ListedRole[] } | SynchronizationError> {
  if (credentials === undefined) return noCredentials;
  try {
    return { roles: await listRoles(credentials) };
  } catch (error) {
    return cycleError(error, credentials);
  }
}

function importable(roles: readonly ListedRole[]): string[] {
  return roles.flatMap((role) => {
    const judged = importability(role);
    return judged.importable ? [judged.value] : [];
  });
}

async function findFault(
  listRoles: ListRoles | undefined,
  credentials: AwsCredentials,
): Promise<SynchronizationError | undefined> {
  if (listRoles === undefined) return undefined;
  try {
    await listRoles(credentials);
    return undefined;
  } catch (error) {
    return cycleError(error, credentials);
  }
}
