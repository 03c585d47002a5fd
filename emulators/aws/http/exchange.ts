import type { QueryRequest } from "#emulators/wire/aws-query";
import type { SignatureClaim, SignedRequest } from "#emulators/wire/aws-signature";

import type { AccountHandle, Accounts } from "../accounts";
import type { Principal } from "../state/authorization";
import type { Operation } from "./operation";

/** A request as it arrived. */
export interface Received extends SignedRequest {
  readonly requestId: string;
  /** What the Authorization header says, when it is a signature at all. */
  readonly claim: SignatureClaim | undefined;
  /** The form of a Query request; S3 has none. */
  readonly form: QueryRequest | undefined;
}

/** Who calls, once the signature was verified. */
export interface Caller {
  readonly account: AccountHandle;
  readonly principal: Principal;
}

/** What the handlers of the chain leave for each other. */
export interface Variables {
  received: Received;
  operation: Operation;
  /** Absent for an operation that takes no signature. */
  caller: Caller | undefined;
  accounts: Accounts;
}
