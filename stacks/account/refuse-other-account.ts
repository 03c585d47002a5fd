import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { error, InvalidArguments, shown } from "#core/problems";
import type { AccountArgs } from "entra-aws";

/**
 * Refuses to go on with credentials of another account than the stack's, before anything is registered.
 * @throws InvalidArguments
 */
export async function refuseOtherAccount(account: AccountArgs): Promise<void> {
  const identity = await getCallerIdentity();
  if (identity.accountId === account.id) return;
  throw new InvalidArguments("account stack", "entra-aws:account", [
    error({
      code: "credentials-of-another-account",
      property: "account.id",
      given: `${shown(account.id)}, with credentials of account ${shown(identity.accountId)} (${identity.arn})`,
      expected: "credentials of the stack's own account",
      remedy: "set aws:assumeRoles or aws:profile of this stack to the account, or put its id right",
    }),
  ]);
}
