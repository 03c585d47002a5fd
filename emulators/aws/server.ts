import { serve, type ServerType } from "@hono/node-server";

import { type ProviderFaults, servePulumiProvider } from "#emulators/wire/pulumi-provider";

import type { AccountsOptions } from "./account-stores";
import { type Accounts, type Demand, openAccounts } from "./accounts";
import { awsEndpoint } from "./http";
import { awsProvider } from "./provider";
import { deployerKeys } from "./state/seed";

/** Long-lived credentials. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Emulated accounts that are being served on loopback. */
export interface ServedAccounts {
  /** Endpoint of STS, IAM and S3 for the AWS SDKs and CLI. */
  readonly url: string;
  /** Port of the aws provider for `PULUMI_DEBUG_PROVIDERS`. */
  readonly providerPort: number;
  /** How many changes of resources there were since the start; sessions are none. */
  writes(): number;
  /** What callers, the deployer among them, asked to be allowed since the start: each action and ARN once. */
  demands(): readonly Demand[];
  /** Keys of the account's root user, for calls before anything exists. @throws for an unknown account */
  credentials(accountId: string): Keys;
  /** Keys of `arn:aws:iam::999999999999:user/deployer`, who can take the role `Deployer` of each account. */
  readonly deployer: Keys;
  /** Empties the accounts as on their first day; all credentials stay. */
  reset(): void;
  close(): Promise<void>;
}

/** Serves accounts that live in a folder, one file each. @throws when another process has the folder open */
export async function serveAccounts(
  options: AccountsOptions & {
    /** Of the services and of the provider. @default free ones */
    readonly ports?: { readonly http: number; readonly provider: number };
    readonly faults?: ProviderFaults;
  },
): Promise<ServedAccounts> {
  const accounts = openAccounts(options);
  let listening: ServerType | undefined;
  try {
    const { server, url } = await listen(accounts, options.ports?.http ?? 0);
    listening = server;
    const provider = await servePulumiProvider(awsProvider(accounts), {
      port: options.ports?.provider,
      faults: options.faults,
    });
    return {
      url,
      providerPort: provider.port,
      writes: () => accounts.writes(),
      demands: () => accounts.demands(),
      credentials: (accountId) => credentialsOf(accounts, accountId),
      deployer: deployerKeys(accounts.management.read()),
      reset: () => {
        accounts.reset();
      },
      close: async () => {
        await Promise.all([stop(server), provider.close()]);
        accounts.close();
      },
    };
  } catch (error) {
    if (listening !== undefined) await stop(listening);
    accounts.close();
    throw error;
  }
}

function credentialsOf(accounts: Accounts, accountId: string): Keys {
  const account = accounts.find(accountId);
  if (account === undefined) throw new Error(`Account ${accountId} is not one of the emulated accounts.`);
  return account.read().rootKey;
}

function listen(accounts: Accounts, port: number): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: awsEndpoint(accounts).fetch, hostname: "127.0.0.1", port }, ({ port: bound }) => {
      resolve({ server, url: `http://127.0.0.1:${bound}` });
    });
    server.once("error", reject);
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // Kept-alive connections of clients would hold the server open.
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
