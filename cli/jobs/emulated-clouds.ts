import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type PartitionName, partitions } from "#core/aws";
import { type AccountsOptions, type ServedAccounts, serveAccounts } from "#emulators/aws";
import { type ServedTenant, type TenantOptions, guardedContoso, serveTenant } from "#emulators/entra";
import { listRolesBySdk } from "./emulated-provisioning";

/** Both emulated clouds, served on loopback until they are closed. */
export interface EmulatedClouds {
  readonly tenant: ServedTenant;
  readonly accounts: ServedAccounts;
  /** What genuine clients and a `pulumi` need to reach them, as variables of their processes. */
  readonly environment: Readonly<Record<string, string>>;
  /** Lets the background services do their next cycle now. */
  tick(): ReturnType<ServedTenant["tick"]>;
  /** Empties both, as on their first day; ports and credentials stay. */
  reset(): void;
  close(): Promise<void>;
}

/** What {@link startEmulatedClouds} may be told. */
export interface EmulatedCloudsOptions {
  /** Keeps the clouds' state between runs; made when it is missing, readable by its owner only. */
  readonly folder: string;
  readonly accounts: AccountsOptions["accounts"];
  /** The first of five ports, one after the other. @default free ones */
  readonly firstPort?: number;
  /** The clouds' clock. @default the machine's */
  readonly now?: () => Date;
  readonly switches?: TenantOptions["switches"];
  /** @default guardedContoso, in the public cloud */
  readonly tenant?: Pick<TenantOptions, "cloud" | "seed" | "deployerPermissions">;
  readonly faults?: TenantOptions["faults"];
}

/** Starts an emulated tenant and emulated AWS accounts; they know nothing of each other. */
export async function startEmulatedClouds(options: EmulatedCloudsOptions): Promise<EmulatedClouds> {
  const { folder, firstPort, faults } = options;
  const now = options.now ?? ((): Date => new Date());
  const newId = randomUUID;
  const port = (index: number): number => (firstPort === undefined ? 0 : firstPort + index);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const accounts = await serveAccounts({
    folder: join(folder, "accounts"),
    accounts: options.accounts,
    ports: { http: port(0), provider: port(1) },
    now,
    newId,
    ...(faults === undefined ? {} : { faults }),
  });
  const tenant = await serveTenant({
    folder: join(folder, "tenant"),
    ports: { http: port(2), graph: port(3), provider: port(4) },
    now,
    newId,
    seed: guardedContoso,
    ...options.tenant,
    listRoles: listRolesBySdk(accounts.url),
    ...(options.switches === undefined ? {} : { switches: options.switches }),
    ...(faults === undefined ? {} : { faults }),
  }).catch(async (error: unknown) => {
    await accounts.close();
    throw error;
  });
  return {
    tenant,
    accounts,
    environment: environmentOf(tenant, accounts, options.accounts[0]?.partition),
    tick: () => tenant.tick(),
    reset: () => {
      tenant.reset();
      accounts.reset();
    },
    close: async () => {
      await Promise.all([tenant.close(), accounts.close()]);
    },
  };
}

function environmentOf(
  tenant: ServedTenant,
  accounts: ServedAccounts,
  partition: PartitionName = "aws",
): Record<string, string> {
  return {
    PULUMI_DEBUG_PROVIDERS: `aws:${accounts.providerPort},azuread:${tenant.providerPort}`,
    AWS_ENDPOINT_URL: accounts.url,
    AWS_ACCESS_KEY_ID: accounts.deployer.accessKeyId,
    AWS_SECRET_ACCESS_KEY: accounts.deployer.secretAccessKey,
    // IAM's own, which each partition has; a region of another partition is refused.
    AWS_REGION: partitions[partition].globalRegion,
    ENTRA_AWS_GRAPH_ENDPOINT: tenant.graphUrl,
    AZURE_AUTHORITY_HOST: tenant.graphUrl,
    AZURE_TENANT_ID: tenant.tenantId,
    AZURE_CLIENT_ID: tenant.clientId,
    AZURE_CLIENT_SECRET: tenant.clientSecret,
    // Microsoft's SDK would try other credentials besides, some of which ask the network.
    AZURE_TOKEN_CREDENTIALS: "EnvironmentCredential",
    NODE_EXTRA_CA_CERTS: tenant.caFile,
  };
}
