import type { Inputs } from "#emulators/wire/pulumi-provider";

import type { Account } from "../../state/account";
import type { Call } from "../../state/authorization";
import type { AccountCloud } from "../cloud";

/** An operation of a face, as far as what it needs depends on it; what an operation has not is empty. */
export interface Operation {
  readonly cloud: AccountCloud;
  readonly account: Readonly<Account>;
  readonly id: string;
  readonly news: Inputs;
  readonly olds: Inputs;
}

/** Condition keys, in lower case, with their values. */
export type ContextEntries = NonNullable<Call["context"]>;

/** What a call acts upon. */
export interface Target {
  readonly arn: string;
  /** What a denial says instead of the ARN, where AWS does. */
  readonly shown?: string;
}

/** One call of the genuine provider: what it must be allowed, and on what. */
export interface Need {
  readonly action: string;
  readonly on: (operation: Operation) => Target;
  /** @default always */
  readonly when?: (operation: Operation) => boolean;
  /** Condition keys of this call. */
  readonly context?: (operation: Operation) => ContextEntries;
}

/** The calls that the genuine provider makes for one resource type. After create and update it also reads. */
export interface ResourceNeeds {
  /** File of terraform-provider-aws that makes them. */
  readonly source: string;
  readonly create: readonly Need[];
  readonly read: readonly Need[];
  readonly update: readonly Need[];
  readonly delete: readonly Need[];
}

/** The calls behind these needs, in their order. */
export function callsOf(needs: readonly Need[], operation: Operation): Call[] {
  return needs
    .filter(({ when }) => when === undefined || when(operation))
    .map(({ action, on, context }) => {
      const { arn, shown } = on(operation);
      return { action, resource: arn, context: context?.(operation) ?? [], ...(shown === undefined ? {} : { shown }) };
    });
}
