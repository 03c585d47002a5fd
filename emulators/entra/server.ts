import type { AddressInfo } from "node:net";

import { serve } from "@hono/node-server";

import { servePulumiProvider } from "#emulators/wire/pulumi-provider";
import { openStore, type Store } from "#emulators/wire/store";

import type { TenantCloud } from "./provider/cloud";
import { azureadFace } from "./provider/face";
import { seedTenant, type TenantSeed } from "./seed";
import { signInFace } from "./sign-in/face";
import type { Tenant, TenantSwitches } from "./state/model";
import type { Step } from "./state/step";

export interface TenantOptions {
  /** Where `tenant.json` is kept between runs; readable by its owner only, since it holds the private signing keys. */
  folder: string;
  now: () => Date;
  newId: () => string;
  /** @default those that the state was made with, at first the documented defaults */
  switches?: Partial<TenantSwitches>;
  /** What a new tenant starts with; without effect where there is one already. @default Contoso */
  seed?: TenantSeed;
}

export interface ServedTenant {
  /** Of the HTTP faces, on loopback. */
  url: string;
  /** Of the azuread provider face, for `PULUMI_DEBUG_PROVIDERS`. */
  providerPort: number;
  tenantId: string;
  /** The initial domain, such as `contoso.onmicrosoft.com`. */
  domain: string;
  /** How often the state has changed since it was opened. */
  writes: () => number;
  close: () => Promise<void>;
}

/** Serves an emulated tenant on loopback: its sign-in over HTTP, and the azuread provider. */
export async function serveTenant(options: TenantOptions): Promise<ServedTenant> {
  const store = openStore<Tenant>({
    folder: options.folder,
    file: "tenant.json",
    seed: () => seedTenant(options.seed, options.switches),
    shape: { what: "an emulated tenant", isValid: isTenant },
  });
  try {
    // Set before anybody counts writes.
    store.transact((tenant) => {
      Object.assign(tenant.switches, options.switches);
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
  "conditionalAccessPolicies",
  "deletedItems",
  "domains",
  "groups",
  "namedLocations",
  "servicePrincipals",
  "users",
] as const;

function isTenant(document: Partial<Record<keyof Tenant, unknown>>): boolean {
  const { id, deployer, switches } = document;
  const blocks = [deployer, switches].every((block) => typeof block === "object" && block !== null);
  return typeof id === "string" && blocks && lists.every((name) => Array.isArray(document[name]));
}

async function serveStore(store: Store<Tenant>, options: TenantOptions): Promise<ServedTenant> {
  const step = (): Step => ({ now: options.now(), newId: options.newId });
  const cloud: TenantCloud = {
    read: () => store.read(),
    transact: (transition) => store.transact((tenant) => transition(tenant, step())),
    now: options.now,
  };
  const writesBefore = store.writes();
  const http = await serveHttp(store, step);
  const provider = await servePulumiProvider(azureadFace(cloud)).catch(async (error: unknown) => {
    await http.close();
    throw error;
  });
  return {
    url: http.url,
    providerPort: provider.port,
    tenantId: store.read().id,
    domain: store.read().domains[0] ?? "",
    writes: () => store.writes() - writesBefore,
    close: async () => {
      await Promise.all([provider.close(), http.close()]);
      store.close();
    },
  };
}

/** The HTTP faces of the tenant. Graph is to be mounted here, beside the sign-in. */
async function serveHttp(store: Store<Tenant>, step: () => Step): Promise<{ url: string; close: () => Promise<void> }> {
  const app = signInFace({ read: () => store.read(), step });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, (address: AddressInfo) => {
      resolve({ url: `http://127.0.0.1:${address.port}`, close });
    });
    server.once("error", reject);
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
  });
}
