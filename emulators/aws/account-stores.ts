import type { PartitionName } from "#core/aws";
import { openStore, type Store } from "#emulators/wire/store";

import type { Account, Invention } from "./state/account";
import { managementAccountId, seedAccount, seedManagement } from "./state/seed";

export interface AccountsOptions {
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly partition?: PartitionName }[];
}

/** The files of all accounts, open. */
export interface AccountStores {
  readonly byId: ReadonlyMap<string, Store<Account>>;
  readonly management: Store<Account>;
  close(): void;
}

/**
 * Opens `account-<id>.json` of each account in the folder and `management.json`, and makes those that are not there yet.
 *
 * @throws when one of them cannot be opened; the others are let go
 */
export function openAccountStores({ folder, now, newId, accounts }: AccountsOptions): AccountStores {
  const opened: Store<Account>[] = [];
  const close = (): void => {
    for (const store of opened) store.close();
  };
  const open = (id: string, file: string, seed: (invention: Invention) => Account): Store<Account> => {
    const shape = { what: `emulated account ${id}`, isValid: isAccountOf(id) };
    const store = openStore<Account>({ folder, file, seed: () => seed({ now: now(), newId }), shape });
    opened.push(store);
    return store;
  };
  try {
    const byId = new Map(
      accounts.map((given) => {
        const file = `account-${checkedId(given.id)}.json`;
        const store = open(given.id, file, (invention) => seedAccount(given, invention));
        checkPartition(store.read(), given.partition ?? "aws");
        return [given.id, store];
      }),
    );
    return { byId, management: open(managementAccountId, "management.json", seedManagement), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** INVARIANT: the id becomes part of a file name. */
function checkedId(id: string): string {
  if (!/^\d{12}$/.test(id)) throw new Error(`${JSON.stringify(id)} is no account id: expected 12 digits.`);
  if (id === managementAccountId) throw new Error(`Account ${id} is the management account, which only calls.`);
  return id;
}

/** Everything in it has ARNs of its partition. */
function checkPartition({ id, partition }: Readonly<Account>, wanted: PartitionName): void {
  if (partition === wanted) return;
  throw new Error(
    `Account ${id} is there already, in partition ${partition} and not ${wanted}: use another folder, or reset this one.`,
  );
}

const lists = ["buckets", "policies", "roles", "samlProviders", "sessions", "users"] as const;

/** A file of another account, under this one's name, would give one account the other's ARNs. */
function isAccountOf(id: string) {
  return (document: Partial<Record<keyof Account, unknown>>): boolean =>
    document.format === 2 && document.id === id && lists.every((name) => Array.isArray(document[name]));
}
