import type { AccountHandle } from "../accounts";
import type { Tag } from "../state/account";
import type { Call } from "../state/authorization";

/** What one provider instance works on: an account, and what its configuration says beside. */
export interface AccountCloud {
  readonly account: AccountHandle;
  readonly region: string;
  /** The deployer, as `getCallerIdentity` shows it. */
  readonly caller: { readonly arn: string; readonly userId: string };
  readonly defaultTags: readonly Tag[];
  /** Refuses what the deployer's policies, as they stand now, do not allow. @throws AccessDenied, NotEmulated */
  readonly authorise: (call: Call) => void;
}
