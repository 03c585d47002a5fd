import { iamLimits } from "#core/aws";

import type { Account } from "./account";
import { quotas } from "./quotas";

/**
 * What IAM counts in an account, beside the quotas for it. Of the numbers that IAM tells, those are here that the
 * account knows: it has no groups, certificates, MFA devices and instance profiles.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export function accountSummary(account: Account): Readonly<Record<string, number>> {
  return {
    // The account's own keys are those of its root user.
    AccountAccessKeysPresent: 1,
    AccessKeysPerUserQuota: quotas.accessKeysPerUser,
    AssumeRolePolicySizeQuota: iamLimits.trustPolicySize,
    AttachedPoliciesPerRoleQuota: iamLimits.managedPoliciesPerRole,
    Policies: account.policies.length,
    PoliciesQuota: quotas.policies,
    PolicySizeQuota: iamLimits.managedPolicySize,
    PolicyVersionsInUse: account.policies.reduce((sum, { versions }) => sum + versions.length, 0),
    Providers: account.samlProviders.length,
    RolePolicySizeQuota: iamLimits.rolePolicySize,
    Roles: account.roles.length,
    RolesQuota: quotas.roles,
    UserPolicySizeQuota: iamLimits.userPolicySize,
    Users: account.users.length,
    UsersQuota: quotas.users,
    VersionsPerPolicyQuota: quotas.policyVersions,
  };
}
