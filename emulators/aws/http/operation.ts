import type { XmlValue } from "#emulators/wire/aws-query";

import type { AccountHandle, Accounts } from "../accounts";
import type { Account } from "../state/account";
import type { Call, Principal } from "../state/authorization";

export type Parameters = ReadonlyMap<string, string>;

/** An operation that a signed caller asks of its own account. */
export interface SignedOperation {
  readonly signed: true;
  /** What the caller must be allowed; nothing for an operation that needs no permission. */
  readonly call?: (account: Account, parameters: Parameters, principal: Principal) => Call;
  readonly run: (
    account: AccountHandle,
    parameters: Parameters,
    principal: Principal,
    accounts: Accounts,
  ) => { readonly result: XmlValue | undefined };
}

/** An operation that carries its own proof. */
export interface UnsignedOperation {
  readonly signed: false;
  readonly run: (accounts: Accounts, parameters: Parameters) => { readonly result: XmlValue };
}

export type Operation = {
  readonly service: Service;
  readonly name: string;
  /** Every parameter that is acted upon; `*` stands for the number of a list's entry. Any other is refused. */
  readonly parameters: readonly string[];
} & (SignedOperation | UnsignedOperation);

/** How a service's answers are written. */
export interface Service {
  readonly name: "iam" | "s3" | "sts";
  readonly version: string;
  readonly namespace: string;
  readonly protocol: "query" | "rest-xml";
}

export const services = {
  iam: {
    name: "iam",
    version: "2010-05-08",
    namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    protocol: "query",
  },
  s3: { name: "s3", version: "2006-03-01", namespace: "http://s3.amazonaws.com/doc/2006-03-01/", protocol: "rest-xml" },
  sts: {
    name: "sts",
    version: "2011-06-15",
    namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    protocol: "query",
  },
} as const satisfies Record<string, Service>;
