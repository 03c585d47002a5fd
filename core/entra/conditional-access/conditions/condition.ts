import type { Membership } from "../membership";
import type { ConditionSet } from "../policy";
import type { SignIn, TenantLocations } from "../sign-in";

/** One condition of a policy: does it hold for a sign-in? A condition that a policy leaves out holds. */
export interface Condition {
  readonly name: keyof ConditionSet;
  evaluate(conditions: ConditionSet, signIn: SignIn, tenant: TenantLocations): Membership;
}
