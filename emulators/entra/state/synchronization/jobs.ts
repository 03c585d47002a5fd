import { galleryTemplates } from "#core/entra";

import { refusal } from "../errors";
import { isSameId, take } from "../lookup";
import type { Tenant } from "../model";
import { findServicePrincipal, getServicePrincipal } from "../service-principals";
import { timestamp, type Step } from "../step";
import type { SynchronizationJob } from "./model";
import { findAwsCredentials } from "./secrets";

/** Who a job is: jobs are named below their service principal. */
export interface JobName {
  servicePrincipalId: string;
  jobId: string;
}

/** Minutes from one cycle to the next, and from a job's start to its first. Recorded as `PT40M`. */
export const cycleMinutes = 40;

const never = "0001-01-01T00:00:00Z";

/**
 * POST synchronization/jobs: a job that does not run yet.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-post-jobs;
 * judge: recorded, runs recipe, job-before-secret, job-unknown-template
 */
export function createSynchronizationJob(
  tenant: Tenant,
  input: { servicePrincipalId: string; templateId: string },
  step: Step,
): SynchronizationJob {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  if (!templatesOf(tenant, servicePrincipal.appId).includes(input.templateId)) {
    throw refusal("synchronizationTemplateNotFound", { id: input.templateId });
  }
  if (findAwsCredentials(tenant, servicePrincipal.id) === undefined) throw refusal("credentialsMissing");
  const job: SynchronizationJob = {
    id: `${input.templateId}.${tenant.id.replaceAll("-", "")}.${step.newId()}`,
    servicePrincipalId: servicePrincipal.id,
    templateId: input.templateId,
    schedule: { expiration: null, interval: `PT${cycleMinutes}M`, state: "Disabled" },
    status: {
      code: "Paused",
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      lastExecution: null,
      lastSuccessfulExecution: null,
      quarantine: null,
      steadyStateFirstAchievedTime: never,
      steadyStateLastAchievedTime: never,
      troubleshootingUrl: null,
      progress: [],
      synchronizedEntryCountByType: [],
    },
    nextCycle: null,
  };
  tenant.synchronizationJobs.push(job);
  return job;
}

/** The provisioning templates of the gallery template that an application was made from. */
function templatesOf(tenant: Tenant, appId: string): readonly string[] {
  const application = tenant.applications.find((each) => isSameId(each.appId, appId));
  return Object.values(galleryTemplates)
    .filter(({ id }) => application?.applicationTemplateId === id)
    .map(({ synchronizationTemplateId }) => synchronizationTemplateId);
}

export function listSynchronizationJobs(tenant: Readonly<Tenant>, servicePrincipalId: string): SynchronizationJob[] {
  const { id } = getServicePrincipal(tenant, servicePrincipalId);
  return tenant.synchronizationJobs.filter((job) => job.servicePrincipalId === id);
}

export function findSynchronizationJob(tenant: Readonly<Tenant>, name: JobName): SynchronizationJob | undefined {
  const owner = findServicePrincipal(tenant, name.servicePrincipalId);
  return tenant.synchronizationJobs.find((job) => isSameId(job.id, name.jobId) && job.servicePrincipalId === owner?.id);
}

export function getSynchronizationJob(tenant: Readonly<Tenant>, name: JobName): SynchronizationJob {
  const job = findSynchronizationJob(tenant, name);
  if (!job) throw refusal("notFound", { id: name.jobId });
  return job;
}

export function deleteSynchronizationJob(tenant: Tenant, name: JobName): void {
  take(tenant.synchronizationJobs, getSynchronizationJob(tenant, name).id);
}

/**
 * POST start: a paused job goes on, a quarantine is lifted; a running one stays as it is.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start
 */
export function startSynchronizationJob(tenant: Tenant, name: JobName, step: { now: Date }): void {
  const job = getSynchronizationJob(tenant, name);
  if (job.status.code === "Active") return;
  activate(job);
  job.nextCycle = minutesAfter(step.now, cycleMinutes);
}

/** POST pause: what was written stays, and nothing more is. */
export function pauseSynchronizationJob(tenant: Tenant, name: JobName): void {
  const job = getSynchronizationJob(tenant, name);
  job.schedule.state = "Paused";
  job.status.code = "Paused";
  job.nextCycle = null;
}

const resetScopes: readonly string[] = [
  "None",
  "ConnectorDataStore",
  "Escrows",
  "Watermark",
  "QuarantineState",
  "Full",
  "ForceDeletes",
];

/**
 * POST restart: the job runs, whatever it did before, and a full cycle is due at once.
 *
 * @param criteria.resetScope Names with commas between them. @default quarantine, watermark and escrows, as the portal does
 *
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
 */
export function restartSynchronizationJob(
  tenant: Tenant,
  name: JobName,
  criteria: { resetScope?: string },
  step: { now: Date },
): void {
  const job = getSynchronizationJob(tenant, name);
  const scopes = (criteria.resetScope ?? "").split(",").map((scope) => scope.trim());
  if (scopes.some((scope) => scope !== "" && !resetScopes.includes(scope))) {
    throw refusal("invalidValue", { property: "resetScope", resource: "synchronizationJobRestartCriteria" });
  }
  activate(job);
  job.nextCycle = timestamp(step.now);
}

function activate(job: SynchronizationJob): void {
  job.schedule.state = "Active";
  Object.assign(job.status, { code: "Active", quarantine: null, countSuccessiveCompleteFailures: 0 });
}

export function minutesAfter(moment: Date, minutes: number): string {
  return timestamp(new Date(moment.getTime() + minutes * 60_000));
}
