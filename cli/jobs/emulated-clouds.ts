import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serveAccounts } from "#emulators/aws";
import { guardedContoso, serveTenant } from "#emulators/entra";

/** Both emulated clouds, served on loopback until they are closed. */
export interface EmulatedClouds {
  readonly tenant: Awaited<ReturnType<typeof serveTenant>>;
  readonly accounts: Awaited<ReturnType<typeof serveAccounts>>;
  close(): Promise<void>;
}

/** What {@link startEmulatedClouds} may be told. */
export interface EmulatedCloudsOptions {
  /** Keeps the clouds' state between runs; made when it is missing, readable by its owner only. */
  readonly folder: string;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  /** The clouds' clock. @default the machine's */
  readonly now?: () => Date;
  readonly switches?: Parameters<typeof serveTenant>[0]["switches"];
}

/** Starts an emulated tenant and emulated AWS accounts; they know nothing of each other. */
export async function startEmulatedClouds(options: EmulatedCloudsOptions): Promise<EmulatedClouds> {
  const now = options.now ?? ((): Date => new Date());
  const newId = randomUUID;
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const tenant = await serveTenant({
    folder: join(options.folder, "tenant"),
    now,
    newId,
    seed: guardedContoso,
    ...(options.switches === undefined ? {} : { switches: options.switches }),
  });
  const accounts = await serveAccounts({
    folder: join(options.folder, "accounts"),
    accounts: [...options.accounts],
    now,
    newId,
  }).catch(async (error: unknown) => {
    await tenant.close();
    throw error;
  });
  return {
    tenant,
    accounts,
    close: async () => {
      await Promise.all([tenant.close(), accounts.close()]);
    },
  };
}
