import { openStackAws } from "../doctor/stack-aws";
import { openGraph } from "../clients/graph";
import type { StackSettings } from "../stack/read-stack";
import { accountRoles } from "./account-roles";
import { RolesRefused } from "./roles-refused";
import type { RolesClouds } from "./run-roles";
import { synchronizationGraph } from "./synchronization-graph";

/**
 * The real clouds of a stack, or those that the environment names: Graph as whoever is signed in, AWS as the stack's own
 * provider.
 */
export function rolesClouds(config: StackSettings["config"], signal?: AbortSignal): RolesClouds {
  const cancelling = signal === undefined ? {} : { signal };
  return {
    openGraph: async ({ tenantId, entraCloud }) => {
      const graph = await openGraph({
        cloud: entraCloud,
        ...(tenantId === undefined ? {} : { tenantId }),
        ...cancelling,
      });
      return synchronizationGraph(graph.client, signal);
    },
    accountRoles: async ({ stack, accountId, partition }) => {
      const { iam, caller } = await openStackAws(config, partition, signal);
      if (caller.accountId !== accountId) {
        throw new RolesRefused(
          `Stack ${stack} is for AWS account ${accountId}, but you are signed in to ${caller.accountId} as ${caller.arn}: ` +
            "sign in to that account, or set the stack's aws:assumeRoles.",
        );
      }
      return accountRoles(iam, signal);
    },
  };
}
