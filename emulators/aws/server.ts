import { serve, type ServerType } from "@hono/node-server";

import { servePulumiProvider } from "#emulators/wire/pulumi-provider";

import { type Accounts, type AccountsOptions, openAccounts } from "./accounts";
import { awsEndpoint } from "./http";
import { awsProvider } from "./provider";

/** Emulated accounts that are being served on loopback. */
export interface ServedAccounts {
  /** Endpoint of STS, IAM and S3 for the AWS SDKs and CLI. */
  readonly url: string;
  /** Port of the aws provider for `PULUMI_DEBUG_PROVIDERS`. */
  readonly providerPort: number;
  /** How many changes of resources there were since the start; sessions are none. */
  writes(): number;
  /** Keys of the account's root user, for calls before anything exists. @throws for an unknown account */
  credentials(accountId: string): { readonly accessKeyId: string; readonly secretAccessKey: string };
  close(): Promise<void>;
}

/** Serves accounts that live in a folder, one file each. @throws when another process has the folder open */
export async function serveAccounts(options: AccountsOptions): Promise<ServedAccounts> {
  const accounts = openAccounts(options);
  try {
    const { server, url } = await listen(accounts);
    const provider = await servePulumiProvider(awsProvider(accounts));
    return {
      url,
      providerPort: provider.port,
      writes: () => accounts.writes(),
      credentials: (accountId) => credentialsOf(accounts, accountId),
      close: async () => {
        await Promise.all([stop(server), provider.close()]);
        accounts.close();
      },
    };
  } catch (error) {
    accounts.close();
    throw error;
  }
}

function credentialsOf(accounts: Accounts, accountId: string) {
  const account = accounts.find(accountId);
  if (account === undefined) throw new Error(`Account ${accountId} is not one of the emulated accounts.`);
  return account.read().deployer;
}

function listen(accounts: Accounts): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: awsEndpoint(accounts).fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({ server, url: `http://127.0.0.1:${port}` });
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
