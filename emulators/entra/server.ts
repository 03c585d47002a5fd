import { type EntraCloudName, isEntraCloudName } from "#core/entra";
import { type ProviderFaults, servePulumiProvider } from "#emulators/wire/pulumi-provider";
import { openStore, type Store } from "#emulators/wire/store";

import type { TenantCloud } from "./provider/cloud";
import { azureadFace } from "./provider/face";
import { serveGraph } from "./graph/serve-graph";
import { listen } from "./listen";
import { type Portal, portalOf } from "./portal";
import { type CycleReport, type ListRoles, provisioningService } from "./provisioning";
import { contoso, seedTenant, type TenantSeed } from "./seed";
import { signInFace } from "./sign-in/face";
import type { Tenant, TenantClient, TenantSwitches } from "./state/model";
import type { Step } from "./state/step";
import { bringForward } from "./state/synchronization/cycles";

export interface TenantOptions {
  /** Where `tenant.json` is kept between runs; readable by its owner only, since it holds the private signing keys. */
  folder: string;
  now: () => Date;
  newId: () => string;
  /** @default those that the state was made with, at first the documented defaults */
  switches?: Partial<TenantSwitches>;
  /** What a new tenant starts with; without effect where there is one already. @default Contoso */
  seed?: TenantSeed;
  /** What the deployer may do in Graph. @default what the state was made with, at first everything that some feature needs */
  deployerPermissions?: readonly string[];
  /** The cloud of the tenant, and no other. @default that of the state, at first the seed's */
  cloud?: EntraCloudName;
  /** How the provisioning service reads an AWS account's roles. @default not at all: cycles that are due stay so */
  listRoles?: ListRoles;
  /** Of the sign-in, of login and Graph, and of the provider. @default free ones */
  ports?: { http: number; graph: number; provider: number };
  /** Between the engine and the azuread provider. @default none */
  faults?: ProviderFaults;
}

export interface ServedTenant {
  /** Of the HTTP faces, on loopback. */
  url: string;
  /** Of login and Graph, `https://localhost:<port>`: what `AZURE_AUTHORITY_HOST` and `ENTRA_AWS_GRAPH_ENDPOINT` are set to. */
  graphUrl: string;
  /** The certificate authority that clients of `graphUrl` must trust, for `NODE_EXTRA_CA_CERTS`. */
  caFile: string;
  /** Of the deployer's client application. */
  clientId: string;
  clientSecret: string;
  /** Of the azuread provider face, for `PULUMI_DEBUG_PROVIDERS`. */
  providerPort: number;
  tenantId: string;
  /** The initial domain, such as `contoso.onmicrosoft.com`. */
  domain: string;
  /** What administrators do by hand. */
  portal: Portal;
  /** Runs the provisioning cycles that are due by the clock, and tells how they ended. */
  runProvisioning: () => Promise<readonly CycleReport[]>;
  /** Runs the next cycle of every job that runs, due or not. */
  tick: () => Promise<readonly CycleReport[]>;
  /** Empties the tenant as on its first day; its id, its cloud and the deployer's credentials stay. */
  reset: () => void;
  /** How often the state has changed since it was opened. */
  writes: () => number;
  close: () => Promise<void>;
}

/** Serves an emulated tenant on loopback: its sign-in over HTTP, and the azuread provider. */
export async function serveTenant(options: TenantOptions): Promise<ServedTenant> {
  const store = openStore<Tenant>({
    folder: options.folder,
    file: "tenant.json",
    seed: () =>
      seedTenant({ ...(options.seed ?? contoso), ...(options.cloud && { cloud: options.cloud }) }, options.switches),
    shape: { what: "an emulated tenant", isValid: isTenant },
  });
  try {
    const { cloud } = store.read();
    if (options.cloud !== undefined && cloud !== options.cloud) {
      throw new Error(
        `The tenant is there already, in Entra's cloud ${cloud} and not ${options.cloud}: use another folder, or reset this one.`,
      );
    }
    // Set before anybody counts writes.
    store.transact((tenant) => {
      Object.assign(tenant.switches, options.switches);
      if (options.deployerPermissions) tenant.deployer.permissions = [...options.deployerPermissions];
    });
    return await serveStore(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

const lists = [
  "appRoleAssignments",
  "applications",
  "claimsMappingPolicies",
  "clients",
  "conditionalAccessPolicies",
  "deletedItems",
  "domains",
  "groups",
  "namedLocations",
  "servicePrincipals",
  "synchronizationJobs",
  "synchronizationSecrets",
  "users",
] as const;

function isTenant(document: Partial<Record<keyof Tenant, unknown>>): boolean {
  const { id, cloud, deployer, switches } = document;
  const blocks = [deployer, switches].every((block) => typeof block === "object" && block !== null);
  const isClient = Array.isArray((deployer as Partial<TenantClient> | undefined)?.permissions);
  const isOfCloud = typeof cloud === "string" && isEntraCloudName(cloud);
  return (
    typeof id === "string" && isOfCloud && blocks && isClient && lists.every((name) => Array.isArray(document[name]))
  );
}

async function serveStore(store: Store<Tenant>, options: TenantOptions): Promise<ServedTenant> {
  const step = (): Step => ({ now: options.now(), newId: options.newId });
  const cloud: TenantCloud = {
    read: () => store.read(),
    transact: (transition) => store.transact((tenant) => transition(tenant, step())),
    now: options.now,
    caller: () => store.read().deployer,
    get provisioning() {
      return provisioning;
    },
  };
  const provisioning = provisioningService(cloud, options.listRoles);
  const writesBefore = store.writes();
  const faces = await serveFaces(cloud, step, options);
  const { clientId, clientSecret } = store.read().deployer;
  return {
    ...faces,
    clientId,
    clientSecret,
    tenantId: store.read().id,
    domain: store.read().domains[0] ?? "",
    portal: portalOf(cloud),
    runProvisioning: () => provisioning.runDue(),
    tick: () => {
      cloud.transact(bringForward);
      return provisioning.runDue();
    },
    reset: () => {
      store.transact((tenant) => {
        const { cloud, deployer, id, switches } = tenant;
        Object.assign(tenant, seedTenant({ ...(options.seed ?? contoso), cloud, deployer, id }, switches));
      });
    },
    writes: () => store.writes() - writesBefore,
    close: async () => {
      provisioning.stop();
      await faces.close();
      store.close();
    },
  };
}

type ServedFaces = Pick<ServedTenant, "url" | "graphUrl" | "caFile" | "providerPort" | "close">;

/** All faces of the tenant, or none where one of their ports is taken. */
async function serveFaces(cloud: TenantCloud, step: () => Step, options: TenantOptions): Promise<ServedFaces> {
  const { ports = { http: 0, graph: 0, provider: 0 }, faults } = options;
  const open: { close: () => Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(open.map((face) => face.close()));
  };
  try {
    const signIn = await listen({ fetch: signInFace({ read: () => cloud.read(), step }).fetch, port: ports.http });
    open.push(signIn);
    const graph = await serveGraph(cloud, { folder: options.folder, newId: options.newId, port: ports.graph });
    open.push(graph);
    const provider = await servePulumiProvider(azureadFace(cloud), { port: ports.provider, faults });
    open.push(provider);
    return {
      url: `http://127.0.0.1:${signIn.port}`,
      graphUrl: graph.url,
      caFile: graph.caFile,
      providerPort: provider.port,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
