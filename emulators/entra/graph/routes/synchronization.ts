import type { TenantCloud } from "../../provider/cloud";
import { refusal } from "../../state/errors";
import {
  createSynchronizationJob,
  deleteSynchronizationJob,
  getSynchronizationJob,
  type JobName,
  listSynchronizationJobs,
  pauseSynchronizationJob,
  restartSynchronizationJob,
  startSynchronizationJob,
} from "../../state/synchronization/jobs";
import {
  awsCredentialsOf,
  findAwsCredentials,
  listSynchronizationSecrets,
  type SecretPair,
  setSynchronizationSecrets,
} from "../../state/synchronization/secrets";
import type { GraphCall, GraphRoute } from "../route";
import { synchronizationJobEntity } from "../shapes/synchronization-jobs";

const below = "/servicePrincipals/{id}/synchronization";
const job = `${below}/jobs/{jobId}`;

/** Secrets and jobs of the provisioning service, below `/servicePrincipals/{id}/synchronization`. */
export const synchronizationRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: `${below}/secrets`,
    operation: "resources/synchronization-synchronization",
    answer: ({ cloud, parameters }) => ({
      collection: listSynchronizationSecrets(cloud.read(), parameters["id"] ?? "").map((pair) => ({ ...pair })),
    }),
  },
  {
    method: "PUT",
    path: `${below}/secrets`,
    operation: "synchronization-serviceprincipal-put-synchronization",
    answer: ({ cloud, parameters, body }) => {
      const pairs = pairsOf(body["value"]);
      cloud.transact((tenant) => {
        setSynchronizationSecrets(tenant, { servicePrincipalId: parameters["id"] ?? "", pairs });
      });
      return "no content";
    },
  },
  {
    method: "GET",
    path: `${below}/jobs`,
    operation: "synchronization-synchronization-list-jobs",
    answer: ({ cloud, parameters }) => {
      runDue(cloud);
      return {
        collection: listSynchronizationJobs(cloud.read(), parameters["id"] ?? "").map(synchronizationJobEntity),
      };
    },
  },
  {
    method: "POST",
    path: `${below}/jobs`,
    operation: "synchronization-synchronization-post-jobs",
    answer: ({ cloud, parameters, body }) => {
      const templateId = textOf(body, "templateId");
      const input = { servicePrincipalId: parameters["id"] ?? "", templateId };
      const made = cloud.transact((tenant, step) => createSynchronizationJob(tenant, input, step));
      return { entity: synchronizationJobEntity(made), status: 201 };
    },
  },
  {
    method: "GET",
    path: job,
    operation: "synchronization-synchronizationjob-get",
    answer: (call) => {
      runDue(call.cloud);
      return { entity: synchronizationJobEntity(getSynchronizationJob(call.cloud.read(), nameOf(call))) };
    },
  },
  {
    method: "DELETE",
    path: job,
    operation: "synchronization-synchronizationjob-delete",
    answer: transition((call, tenant) => {
      deleteSynchronizationJob(tenant, nameOf(call));
    }),
  },
  {
    method: "POST",
    path: `${job}/start`,
    operation: "synchronization-synchronizationjob-start",
    answer: transition((call, tenant, step) => {
      startSynchronizationJob(tenant, nameOf(call), step);
    }),
  },
  {
    method: "POST",
    path: `${job}/pause`,
    operation: "synchronization-synchronizationjob-pause",
    answer: transition((call, tenant) => {
      pauseSynchronizationJob(tenant, nameOf(call));
    }),
  },
  {
    method: "POST",
    path: `${job}/restart`,
    operation: "synchronization-synchronizationjob-restart",
    answer: transition((call, tenant, step) => {
      restartSynchronizationJob(tenant, nameOf(call), { resetScope: resetScopeOf(call.body) }, step);
    }),
  },
  {
    method: "POST",
    path: `${job}/validateCredentials`,
    operation: "synchronization-synchronizationjob-validatecredentials",
    answer: validateCredentials,
  },
];

/** A change of a job, answered at once; what it makes due runs behind the answer. */
function transition(
  change: (call: GraphCall, ...of: Parameters<Parameters<TenantCloud["transact"]>[0]>) => void,
): GraphRoute["answer"] {
  return (call) => {
    call.cloud.transact((tenant, step) => {
      change(call, tenant, step);
    });
    runDue(call.cloud);
    return "no content";
  };
}

async function validateCredentials(call: GraphCall): Promise<"no content"> {
  const { cloud, body } = call;
  const { servicePrincipalId } = getSynchronizationJob(cloud.read(), nameOf(call));
  const given = Object.fromEntries(pairsOf(body["credentials"] ?? []).map(({ key, value }) => [key, value]));
  const isSaved = body["useSavedCredentials"] === true;
  const credentials = isSaved ? findAwsCredentials(cloud.read(), servicePrincipalId) : awsCredentialsOf(given);
  if (credentials === undefined) throw refusal("credentialsMissing");
  const fault = await cloud.provisioning?.findFault(credentials);
  if (fault !== undefined) throw refusal("credentialsRefused", { reason: fault.message });
  return "no content";
}

/** In the background, as the service works; a tenant that is being closed has nothing to run. */
function runDue(cloud: TenantCloud): void {
  cloud.provisioning?.runDue().catch(() => undefined);
}

function nameOf({ parameters }: GraphCall): JobName {
  return { servicePrincipalId: parameters["id"] ?? "", jobId: parameters["jobId"] ?? "" };
}

/** The pairs of a request, or Graph's refusal; a refusal never repeats them. */
function pairsOf(value: unknown): SecretPair[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  return list.map((item) => ({ key: textOf(item, "key"), value: textOf(item, "value") }));
}

function resetScopeOf(body: GraphCall["body"]): string {
  return body["criteria"] === undefined ? "" : textOf(body["criteria"], "resetScope");
}

function textOf(holder: unknown, property: string): string {
  const value = typeof holder === "object" && holder !== null ? (holder as Record<string, unknown>)[property] : null;
  if (value === undefined) return "";
  if (typeof value !== "string") throw refusal("invalidValue", { property, resource: "synchronization" });
  return value;
}
