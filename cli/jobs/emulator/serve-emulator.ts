import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type EmulatedClouds, type EmulatedCloudsOptions, startEmulatedClouds } from "../emulated-clouds";
import { serveOrders } from "./control";
import { type Reset, forgetStacks } from "./reset-emulator";
import { announce, findRunningEmulator, withdraw } from "./running-emulator";

export interface EmulatorOptions {
  /** Keeps clouds and stacks between runs; an absolute path. */
  readonly folder: string;
  /** The first of the ports that are used, one after the other. @default free ones */
  readonly port?: number;
  readonly accounts: EmulatedCloudsOptions["accounts"];
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
 * @throws when an emulator already serves from the folder, or a port is taken
 */
export async function serveEmulator(options: EmulatorOptions): Promise<ServedEmulator> {
  const { folder, port, accounts } = options;
  const other = findRunningEmulator(folder);
  if (other !== undefined) throw new Error(`Process ${other.pid} already serves an emulator from ${folder}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clouds = await startEmulatedClouds({
    folder: join(folder, "clouds"),
    accounts,
    ...(port === undefined ? {} : { firstPort: port + 1 }),
  });
  try {
    const token = randomBytes(32).toString("base64url");
    const control = await serveOrders({
      port: port ?? 0,
      token,
      orders: {
        tick: () => clouds.tick(),
        reset: () => {
          clouds.reset();
          forgetStacks(folder);
          return Promise.resolve({ folder, running: true } satisfies Reset);
        },
      },
    });
    const environment = { ...clouds.environment, ...ownBackend(folder), ...ownEngine(options.engineFolder) };
    // As a tenant's services work on while nobody looks.
    const services = setInterval(() => void clouds.tenant.runProvisioning(), 60_000);
    announce(folder, { pid: process.pid, url: control.url, token, environment });
    const close = async (): Promise<void> => {
      clearInterval(services);
      withdraw(folder);
      await Promise.all([control.close(), clouds.close()]);
    };
    return { environment, close };
  } catch (error) {
    await clouds.close();
    throw error;
  }
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
