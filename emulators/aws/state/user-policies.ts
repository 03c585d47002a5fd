import { iamLimits } from "#core/aws";
import { policySize } from "#core/aws/policy";

import type { Account, InlinePolicy } from "./account";
import { checkName, namePattern } from "./check-name";
import { checkIdentityPolicy } from "./documents";
import { putInlinePolicy, removeInlinePolicy } from "./inline-policies";
import { refusal } from "./refusals";
import { findUser, userOf } from "./users";

interface UserPolicyName {
  readonly user: string;
  readonly name: string;
}

export function findUserPolicy(account: Account, { user, name }: UserPolicyName): InlinePolicy | undefined {
  return findUser(account, user)?.inlinePolicies.find((policy) => policy.name === name);
}

/** @throws NoSuchEntity for the user or the policy */
export function userPolicyOf(account: Account, { user, name }: UserPolicyName): InlinePolicy {
  const policy = userOf(account, user).inlinePolicies.find((candidate) => candidate.name === name);
  if (policy === undefined) throw refusal("noSuchUserPolicy", { name });
  return policy;
}

/** Adds an inline policy, or replaces the one of this name. */
export function putUserPolicy(account: Account, input: UserPolicyName & { readonly document: string }): void {
  const user = userOf(account, input.user);
  checkName(input.name, { member: "policyName", limit: iamLimits.policyName, pattern: namePattern });
  checkIdentityPolicy(input.document);
  const policies = putInlinePolicy(user.inlinePolicies, input);
  const size = policies.reduce((sum, { document }) => sum + policySize(document), 0);
  if (size > iamLimits.userPolicySize) {
    throw refusal("inlinePolicySize", { limit: iamLimits.userPolicySize, kind: "user", name: user.name });
  }
  user.inlinePolicies = policies;
}

export function deleteUserPolicy(account: Account, input: UserPolicyName): void {
  const user = userOf(account, input.user);
  const policies = removeInlinePolicy(user.inlinePolicies, input.name);
  if (policies === undefined) throw refusal("noSuchUserPolicy", { name: input.name });
  user.inlinePolicies = policies;
}
