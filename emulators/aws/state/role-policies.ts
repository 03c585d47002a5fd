import { iamLimits } from "#core/aws";
import { policySize } from "#core/aws/policy";

import type { Account, InlinePolicy } from "./account";
import { checkName, namePattern } from "./check-name";
import { checkIdentityPolicy } from "./documents";
import { checkAttachable } from "./managed-policies";
import { putInlinePolicy, removeInlinePolicy } from "./inline-policies";
import { refusal } from "./refusals";
import { findRole, roleOf } from "./roles";

interface RolePolicyName {
  readonly role: string;
  readonly name: string;
}

export function findRolePolicy(account: Account, { role, name }: RolePolicyName): InlinePolicy | undefined {
  return findRole(account, role)?.inlinePolicies.find((policy) => policy.name === name);
}

/** @throws NoSuchEntity for the role or the policy */
export function rolePolicyOf(account: Account, { role, name }: RolePolicyName): InlinePolicy {
  const policy = roleOf(account, role).inlinePolicies.find((candidate) => candidate.name === name);
  if (policy === undefined) throw refusal("noSuchRolePolicy", { name });
  return policy;
}

/** Adds an inline policy, or replaces the one of this name. */
export function putRolePolicy(account: Account, input: RolePolicyName & { readonly document: string }): void {
  const role = roleOf(account, input.role);
  checkName(input.name, { member: "policyName", limit: iamLimits.policyName, pattern: namePattern });
  checkIdentityPolicy(input.document);
  const policies = putInlinePolicy(role.inlinePolicies, input);
  const size = policies.reduce((sum, { document }) => sum + policySize(document), 0);
  if (size > iamLimits.rolePolicySize) {
    throw refusal("inlinePolicySize", { limit: iamLimits.rolePolicySize, kind: "role", name: role.name });
  }
  role.inlinePolicies = policies;
}

export function deleteRolePolicy(account: Account, input: RolePolicyName): void {
  const role = roleOf(account, input.role);
  const policies = removeInlinePolicy(role.inlinePolicies, input.name);
  if (policies === undefined) throw refusal("noSuchRolePolicy", { name: input.name });
  role.inlinePolicies = policies;
}

interface Attachment {
  readonly role: string;
  readonly policyArn: string;
}

export function isAttached(account: Account, { role, policyArn }: Attachment): boolean {
  return findRole(account, role)?.attachedPolicies.includes(policyArn) ?? false;
}

/** Attaches a managed policy; one that is attached already stays so. */
export function attachRolePolicy(account: Account, { role: name, policyArn }: Attachment): void {
  const role = roleOf(account, name);
  checkAttachable(account, policyArn);
  if (role.attachedPolicies.includes(policyArn)) return;
  if (role.attachedPolicies.length >= iamLimits.managedPoliciesPerRole) {
    throw refusal("quota", { quota: "PoliciesPerRole", limit: iamLimits.managedPoliciesPerRole });
  }
  role.attachedPolicies.push(policyArn);
}

export function detachRolePolicy(account: Account, { role: name, policyArn }: Attachment): void {
  const role = roleOf(account, name);
  if (!role.attachedPolicies.includes(policyArn)) throw refusal("notAttached", { arn: policyArn });
  role.attachedPolicies = role.attachedPolicies.filter((arn) => arn !== policyArn);
}
