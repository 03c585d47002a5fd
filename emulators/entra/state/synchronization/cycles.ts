import { setAppRoles } from "../app-roles";
import type { Tenant } from "../model";
import { getServicePrincipal } from "../service-principals";
import { timestamp, type Step } from "../step";
import { cycleMinutes, minutesAfter } from "./jobs";
import type { SynchronizationError, SynchronizationJob, SynchronizationTaskExecution } from "./model";
import { planAppRoles } from "./plan-app-roles";
import { type AwsCredentials, findAwsCredentials } from "./secrets";

/** A cycle under way. */
export interface Cycle {
  readonly jobId: string;
  readonly began: string;
  /** Nothing where the secrets have gone since the job was made. */
  readonly credentials: AwsCredentials | undefined;
}

/** The jobs whose next cycle is due. */
export function dueJobs(tenant: Readonly<Tenant>, now: Date): string[] {
  return tenant.synchronizationJobs
    .filter(({ nextCycle }) => nextCycle !== null && Date.parse(nextCycle) <= now.getTime())
    .map(({ id }) => id);
}

/** Makes the next cycle of every job that runs due now, as if the time until then had passed. */
export function bringForward(tenant: Tenant, { now }: { now: Date }): void {
  for (const job of tenant.synchronizationJobs) {
    if (job.nextCycle !== null) job.nextCycle = timestamp(now);
  }
}

/** Marks a due cycle as under way; nothing when it is no longer due. */
export function beginCycle(tenant: Tenant, jobId: string, { now }: { now: Date }): Cycle | undefined {
  const job = tenant.synchronizationJobs.find(({ id }) => id === jobId);
  if (!job || !dueJobs(tenant, now).includes(jobId)) return undefined;
  const began = timestamp(now);
  job.nextCycle = null;
  job.status.progress = [
    { completedUnits: 0, totalUnits: 1, progressObservationDateTime: began, units: "synchronization cycle" },
  ];
  return { jobId, began, credentials: findAwsCredentials(tenant, job.servicePrincipalId) };
}

/** A cycle that its process did not live to end is due again. */
export function resumeCycles(tenant: Tenant, { now }: { now: Date }): void {
  for (const job of tenant.synchronizationJobs.filter(({ status }) => status.progress.length > 0)) {
    job.status.progress = [];
    if (job.schedule.state === "Active") job.nextCycle ??= timestamp(now);
  }
}

/** Writes what the cycle found, whole; nothing when the job was paused or deleted meanwhile. */
export function completeCycle(
  tenant: Tenant,
  cycle: Cycle,
  found: { values: readonly string[]; read: number },
  step: Step,
): SynchronizationTaskExecution["state"] | undefined {
  const job = endProgress(tenant, cycle);
  if (!job) return undefined;
  const { appId } = getServicePrincipal(tenant, job.servicePrincipalId);
  const application = tenant.applications.find((each) => each.appId === appId);
  if (!application) return undefined;
  const plan = planAppRoles(application, found.values, step.newId);
  setAppRoles(tenant, { applicationId: application.id, appRoles: plan.appRoles });
  const execution: SynchronizationTaskExecution = {
    activityIdentifier: step.newId(),
    state: plan.withoutRoom.length === 0 ? "Succeeded" : "EntryLevelErrors",
    timeBegan: cycle.began,
    timeEnded: timestamp(step.now),
    countImported: found.read,
    countExported: plan.changes,
    countEscrowed: plan.withoutRoom.length,
    error: null,
  };
  succeed(job, execution, found.values.length - plan.withoutRoom.length);
  job.nextCycle ??= minutesAfter(step.now, cycleMinutes);
  return execution.state;
}

function succeed(job: SynchronizationJob, execution: SynchronizationTaskExecution, entries: number): void {
  const { status } = job;
  const isFirst = status.lastSuccessfulExecution === null;
  const ended = execution.timeEnded;
  Object.assign(status, {
    code: "Active",
    countSuccessiveCompleteFailures: 0,
    lastExecution: execution,
    lastSuccessfulExecution: execution,
    quarantine: null,
    steadyStateLastAchievedTime: ended,
    ...(isFirst ? { steadyStateFirstAchievedTime: ended } : {}),
    synchronizedEntryCountByType: [{ key: "role", value: entries }],
  });
}

const dayMinutes = 24 * 60;
const quarantineDays = 28;

/**
 * Records a failure. One that somebody has to mend puts the job into quarantine, where it is tried ever more rarely, at
 * last once a day, and stops after four weeks.
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
 */
export function failCycle(tenant: Tenant, cycle: Cycle, error: SynchronizationError, step: Step): "Failed" | undefined {
  const job = endProgress(tenant, cycle);
  if (!job) return undefined;
  const { status } = job;
  status.countSuccessiveCompleteFailures += 1;
  status.lastExecution = {
    activityIdentifier: step.newId(),
    state: "Failed",
    timeBegan: cycle.began,
    timeEnded: timestamp(step.now),
    countImported: 0,
    countExported: 0,
    countEscrowed: 0,
    error,
  };
  if (error.tenantActionable) quarantine(job, error, step.now);
  else job.nextCycle ??= minutesAfter(step.now, cycleMinutes);
  return "Failed";
}

function quarantine(job: SynchronizationJob, error: SynchronizationError, now: Date): void {
  const { status } = job;
  const seriesBegan = status.quarantine?.seriesBegan ?? timestamp(now);
  const seriesCount = (status.quarantine?.seriesCount ?? 0) + 1;
  const nextAttempt = minutesAfter(now, Math.min(cycleMinutes * 2 ** (seriesCount - 1), dayMinutes));
  const isOver = now.getTime() - Date.parse(seriesBegan) >= quarantineDays * dayMinutes * 60_000;
  if (isOver) job.schedule.state = "Disabled";
  // A restart during the cycle is not forgotten.
  job.nextCycle = isOver ? null : (job.nextCycle ?? nextAttempt);
  status.code = "Quarantine";
  const reason = "EncounteredQuarantineException";
  status.quarantine = { reason, currentBegan: timestamp(now), seriesBegan, seriesCount, nextAttempt, error };
}

/** The job, no longer under way; nothing when it does not run any more. */
function endProgress(tenant: Tenant, cycle: Cycle): SynchronizationJob | undefined {
  const job = tenant.synchronizationJobs.find(({ id }) => id === cycle.jobId);
  if (!job) return undefined;
  job.status.progress = [];
  return job.schedule.state === "Active" ? job : undefined;
}
