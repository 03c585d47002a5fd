import type { Client } from "@microsoft/microsoft-graph-client";
import { quoted } from "../run/graph-reader";
import type { GraphAppRole, GraphJob, GraphServicePrincipal } from "./graph-job";

/** An application's provisioning as Graph shows it, and the one thing that is done to it. */
export interface SynchronizationGraph {
  findServicePrincipals(
    by: { readonly appId: string } | { readonly displayName: string },
  ): Promise<GraphServicePrincipal[]>;
  appRoles(servicePrincipalId: string): Promise<readonly GraphAppRole[]>;
  /** Ids of the app roles that somebody is assigned to. */
  assignedAppRoleIds(servicePrincipalId: string): Promise<ReadonlySet<string>>;
  jobs(servicePrincipalId: string): Promise<GraphJob[]>;
  job(servicePrincipalId: string, jobId: string): Promise<GraphJob>;
  restart(servicePrincipalId: string, jobId: string): Promise<void>;
}

/** What the portal's “Restart provisioning” resets. Source: Graph, synchronizationJobRestartCriteria. */
const resetScope = "Watermark, Escrows, QuarantineState";

/** By the genuine client. @throws what Graph refuses */
export function synchronizationGraph(client: Client, signal?: AbortSignal): SynchronizationGraph {
  const request = (path: string) => client.api(path).options(signal === undefined ? {} : { signal });
  const pathOf = (servicePrincipalId: string) => `/servicePrincipals/${encodeURIComponent(servicePrincipalId)}`;
  const jobOf = (servicePrincipalId: string, jobId: string) =>
    `${pathOf(servicePrincipalId)}/synchronization/jobs/${encodeURIComponent(jobId)}`;

  return {
    findServicePrincipals: async (by) => {
      const [property, value] = "appId" in by ? ["appId", by.appId] : ["displayName", by.displayName];
      const filter = `${property} eq ${quoted(value)}`;
      return allOf<GraphServicePrincipal>(request, `/servicePrincipals?$filter=${encodeURIComponent(filter)}`);
    },
    appRoles: async (id) => ((await request(pathOf(id)).get()) as GraphServicePrincipal).appRoles ?? [],
    assignedAppRoleIds: async (id) => {
      const assignments = await allOf<{ readonly appRoleId?: string }>(request, `${pathOf(id)}/appRoleAssignedTo`);
      return new Set(assignments.flatMap(({ appRoleId }) => (appRoleId === undefined ? [] : [appRoleId])));
    },
    jobs: (id) => allOf<GraphJob>(request, `${pathOf(id)}/synchronization/jobs`),
    job: async (id, jobId) => (await request(jobOf(id, jobId)).get()) as GraphJob,
    restart: async (id, jobId) => {
      await request(`${jobOf(id, jobId)}/restart`).post({ criteria: { resetScope } });
    },
  };
}

/** Every page of a collection. */
async function allOf<Item>(request: (path: string) => ReturnType<Client["api"]>, first: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | undefined = first; next !== undefined;) {
    const page = (await request(next).get()) as { value?: Item[]; "@odata.nextLink"?: string };
    items.push(...(page.value ?? []));
    next = page["@odata.nextLink"];
  }
  return items;
}
