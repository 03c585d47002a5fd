import { openStore, type Store } from "#emulators/wire/store";

import { type Account, type Invention, newAccount } from "./state/account";

/** One account and its file. */
export interface AccountHandle {
  read(): Readonly<Account>;
  /** Runs a transition that happens whole or not at all. */
  change<Result>(transition: (account: Account, invention: Invention) => Result): Result;
  /** As {@link change}, for what is no resource of the account: sessions do not count as writes. */
  record<Result>(transition: (account: Account, invention: Invention) => Result): Result;
}

/** All emulated accounts. */
export interface Accounts {
  readonly now: () => Date;
  readonly newId: () => string;
  ids(): string[];
  find(id: string): AccountHandle | undefined;
  all(): AccountHandle[];
  /** How many changes of resources there were since it was opened. */
  writes(): number;
  close(): void;
}

export interface AccountsOptions {
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** Opens `account-<id>.json` of each account in the folder, and makes those that are not there yet. */
export function openAccounts(options: AccountsOptions): Accounts {
  const { folder, now, newId } = options;
  let recorded = 0;
  const stores = new Map<string, Store<Account>>();
  const close = (): void => {
    for (const store of stores.values()) store.close();
  };
  try {
    for (const { id, name } of options.accounts) {
      const file = `account-${checkedId(id)}.json`;
      const shape = { what: `emulated account ${id}`, isValid: isAccountOf(id) };
      stores.set(id, openStore<Account>({ folder, file, seed: () => newAccount({ id, name }, newId), shape }));
    }
  } catch (error) {
    close();
    throw error;
  }
  const handle = (store: Store<Account>): AccountHandle => {
    const change: AccountHandle["change"] = (transition) =>
      store.transact((draft) => transition(draft, { now: now(), newId }));
    return {
      read: () => store.read(),
      change,
      record: (transition) => {
        const before = store.writes();
        try {
          return change(transition);
        } finally {
          recorded += store.writes() - before;
        }
      },
    };
  };
  const find = (id: string): AccountHandle | undefined => {
    const store = stores.get(id);
    return store && handle(store);
  };
  return {
    now,
    newId,
    ids: () => [...stores.keys()],
    find,
    all: () => [...stores.values()].map(handle),
    writes: () => [...stores.values()].reduce((sum, store) => sum + store.writes(), 0) - recorded,
    close,
  };
}

/** INVARIANT: the id becomes part of a file name. */
function checkedId(id: string): string {
  if (!/^\d{12}$/.test(id)) throw new Error(`${JSON.stringify(id)} is no account id: expected 12 digits.`);
  return id;
}

const lists = ["buckets", "policies", "roles", "samlProviders", "sessions", "users"] as const;

/** A file of another account, under this one's name, would give one account the other's ARNs. */
function isAccountOf(id: string) {
  return (document: Partial<Record<keyof Account, unknown>>): boolean =>
    document.format === 1 && document.id === id && lists.every((name) => Array.isArray(document[name]));
}
