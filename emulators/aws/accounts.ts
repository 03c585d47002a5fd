import type { Store } from "#emulators/wire/store";

import { type AccountsOptions, openAccountStores } from "./account-stores";
import type { Account, Invention } from "./state/account";
import type { Call } from "./state/authorization";
import { seedAccount } from "./state/seed";

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
  /** The account of the deployer's long-lived keys, which only calls. */
  readonly management: AccountHandle;
  /** Notes what a caller asked to be allowed. */
  asked(call: Call): void;
  /** What callers asked to be allowed since it was opened, each once, in the order of asking. */
  demands(): readonly Demand[];
  /** How many changes of resources there were since it was opened. */
  writes(): number;
  /** Empties all accounts as on their first day; the keys of their root users stay, and so does the management account. */
  reset(): void;
  close(): void;
}

/** An action, and the ARN that it was asked for. */
export interface Demand {
  readonly action: string;
  readonly resource: string;
}

/** Opens all accounts; see {@link openAccountStores}. */
export function openAccounts(options: AccountsOptions): Accounts {
  const { now, newId } = options;
  let recorded = 0;
  const demands = new Map<string, Demand>();
  const stores = openAccountStores(options);
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
    const store = stores.byId.get(id);
    return store && handle(store);
  };
  return {
    now,
    newId,
    ids: () => [...stores.byId.keys()],
    find,
    all: () => [...stores.byId.values()].map(handle),
    management: handle(stores.management),
    asked: ({ action, resource }) => {
      demands.set(`${action} ${resource}`, { action, resource });
    },
    demands: () => [...demands.values()],
    writes: () => [...stores.byId.values()].reduce((sum, store) => sum + store.writes(), 0) - recorded,
    reset: () => {
      for (const given of options.accounts) {
        stores.byId.get(given.id)?.transact((draft) => {
          Object.assign(draft, { ...seedAccount(given, { now: now(), newId }), rootKey: draft.rootKey });
        });
      }
    },
    close: () => {
      stores.close();
    },
  };
}
