import type { AccountHandle } from "../accounts";
import type { Tag } from "../state/account";

/** What one provider instance works on: an account, and what its configuration says beside. */
export interface AccountCloud {
  readonly account: AccountHandle;
  readonly region: string;
  /** The deployer, as `getCallerIdentity` shows it. */
  readonly caller: { readonly arn: string; readonly userId: string };
  readonly defaultTags: readonly Tag[];
}
