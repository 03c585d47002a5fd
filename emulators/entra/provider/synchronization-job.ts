import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import {
  createSynchronizationJob,
  deleteSynchronizationJob,
  findSynchronizationJob,
  getSynchronizationJob,
  pauseSynchronizationJob,
  startSynchronizationJob,
} from "../state/synchronization/jobs";
import type { SynchronizationJob } from "../state/synchronization/model";
import { checksOf, isIdOf } from "./checks";
import type { TenantCloud } from "./cloud";
import { synchronizationJobSchema } from "./generated/schema";
import { flag, text } from "./inputs";
import { formatId, parseId } from "./resource-id";

export const synchronizationJob: ResourceFace<TenantCloud> = {
  schema: synchronizationJobSchema,
  modelled: ["enabled", "servicePrincipalId", "templateId"],
  replaceOnChange: ["servicePrincipalId", "templateId"],
  replaceSource: "internal/services/synchronization/synchronization_job_resource.go, ForceNew",
  computed: ["schedules"],
  defaults: (inputs) => ({ enabled: true, ...inputs }),
  checks: checksOf(isIdOf("servicePrincipalId", "servicePrincipal")),

  // Created, then started: a job that Graph does not start stays, and the provider does not know it.
  create(cloud, inputs) {
    const { servicePrincipalId } = parseId("servicePrincipal", text(inputs, "servicePrincipalId"));
    const job = cloud.transact((tenant, step) =>
      createSynchronizationJob(tenant, { servicePrincipalId, templateId: text(inputs, "templateId") }, step),
    );
    const name = { servicePrincipalId: job.servicePrincipalId, jobId: job.id };
    if (flag(inputs, "enabled")) setEnabled(cloud, name, true);
    return { id: formatId("synchronizationJob", name), outputs: outputsOf(getSynchronizationJob(cloud.read(), name)) };
  },

  read(cloud, id) {
    const job = findSynchronizationJob(cloud.read(), parseId("synchronizationJob", id));
    return job && { id, inputs: inputsOf(job), outputs: outputsOf(job) };
  },

  update(cloud, id, news, olds) {
    const name = parseId("synchronizationJob", id);
    if (flag(news, "enabled") !== flag(olds, "enabled")) setEnabled(cloud, name, flag(news, "enabled"));
    return outputsOf(getSynchronizationJob(cloud.read(), name));
  },

  delete(cloud, id) {
    cloud.transact((tenant) => {
      deleteSynchronizationJob(tenant, parseId("synchronizationJob", id));
    });
  },
};

function setEnabled(cloud: TenantCloud, name: { servicePrincipalId: string; jobId: string }, isEnabled: boolean): void {
  cloud.transact((tenant, step) => {
    if (isEnabled) startSynchronizationJob(tenant, name, step);
    else pauseSynchronizationJob(tenant, name);
  });
}

function inputsOf(job: SynchronizationJob): Inputs {
  return {
    enabled: job.schedule.state === "Active",
    servicePrincipalId: formatId("servicePrincipal", { servicePrincipalId: job.servicePrincipalId }),
    templateId: job.templateId,
  };
}

function outputsOf({ schedule }: SynchronizationJob): Outputs {
  return { schedules: [{ ...schedule, expiration: schedule.expiration ?? "" }] };
}
