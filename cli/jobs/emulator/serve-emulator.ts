import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EntraCloudName } from "#core/entra";
import { type EmulatedClouds, type EmulatedCloudsOptions, startEmulatedClouds } from "../emulated-clouds";
import { type Orders, serveOrders } from "./control";
import { explainRefusal } from "./explain-refusal";
import { type Reset, forgetStacks } from "./reset-emulator";
import { announce, findRunningEmulator, withdraw } from "./running-emulator";

export interface EmulatorOptions {
  /** Keeps clouds and stacks between runs; an absolute path. */
  readonly folder: string;
  /** The first of the ports that are used, one after the other. @default free ones */
  readonly port?: number;
  readonly accounts: EmulatedCloudsOptions["accounts"];
  /** The cloud of the tenant. @default that of the state in the folder, at first the public one */
  readonly entraCloud?: EntraCloudName;
  /** The folder of a `pulumi` for who has none on PATH. @default none */
  readonly engineFolder?: string;
}

export interface ServedEmulator {
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What a tick did: the background services' next cycle, run now. */
export type Tick = Awaited<ReturnType<EmulatedClouds["tick"]>>;

/**
 * Serves emulated clouds from a folder, and takes orders.
 *
 * @throws when an emulator already serves from the folder, its state is of other clouds, or a port is taken
 */
export async function serveEmulator(options: EmulatorOptions): Promise<ServedEmulator> {
  try {
    return await serve(options);
  } catch (error) {
    throw explainRefusal(error, options);
  }
}

async function serve(options: EmulatorOptions): Promise<ServedEmulator> {
  const { folder, port, accounts, entraCloud } = options;
  const other = findRunningEmulator(folder);
  if (other !== undefined) throw new Error(`Process ${other.pid} already serves an emulator from ${folder}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clouds = await startEmulatedClouds({
    folder: join(folder, "clouds"),
    accounts,
    ...(entraCloud === undefined ? {} : { tenant: { cloud: entraCloud } }),
    ...(port === undefined ? {} : { firstPort: port + 1 }),
  });
  let control: Awaited<ReturnType<typeof serveOrders>> | undefined;
  try {
    const environment = { ...clouds.environment, ...ownBackend(folder), ...ownEngine(options.engineFolder) };
    const token = randomBytes(32).toString("base64url");
    control = await serveOrders({ port: port ?? 0, token, orders: ordersTo(clouds, folder) });
    announce(folder, { pid: process.pid, since: new Date().toISOString(), url: control.url, token, environment });
    return { environment, close: closing(folder, clouds, control) };
  } catch (error) {
    await Promise.all([control?.close(), clouds.close()]);
    throw error;
  }
}

function ordersTo(clouds: EmulatedClouds, folder: string): Orders {
  return {
    tick: () => clouds.tick(),
    reset: () => {
      clouds.reset();
      forgetStacks(folder);
      return Promise.resolve({ folder, running: true } satisfies Reset);
    },
  };
}

/** From now on the tenant's services work, as they do while nobody looks; until it is closed. */
function closing(folder: string, clouds: EmulatedClouds, control: { close(): Promise<void> }): ServedEmulator["close"] {
  const services = setInterval(() => {
    // What could not be saved is due again in a minute.
    clouds.tenant.runProvisioning().catch(() => undefined);
  }, 60_000);
  return async () => {
    clearInterval(services);
    withdraw(folder);
    await Promise.all([control.close(), clouds.close()]);
  };
}

/** Stacks that describe emulated things must not end up among those that describe real ones. */
function ownBackend(folder: string): Record<string, string> {
  const backend = join(folder, "backend");
  mkdirSync(backend, { recursive: true, mode: 0o700 });
  return {
    PULUMI_BACKEND_URL: pathToFileURL(backend).href,
    // What is encrypted there are secrets of clouds that do not exist.
    PULUMI_CONFIG_PASSPHRASE: "emulated",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}

/** In front of the shell's own PATH. */
function ownEngine(folder: string | undefined): Record<string, string> {
  return folder === undefined ? {} : { PATH: folder };
}
