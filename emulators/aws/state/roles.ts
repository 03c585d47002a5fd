import { iamLimits, roleArn } from "#core/aws";
import { policySize } from "#core/aws/policy";

import { type Account, type Invention, type Role, sameName, type Tag, timestamp, uniqueId } from "./account";
import { checkName, checkPath, namePattern } from "./check-name";
import { checkTrustPolicy } from "./documents";
import { checkBoundary } from "./managed-policies";
import { quotas } from "./quotas";
import { refusal } from "./refusals";

export interface RoleSettings {
  readonly trustPolicy: string;
  readonly description?: string;
  /** Seconds. @default 3600 */
  readonly maxSessionDuration?: number;
  readonly permissionsBoundary?: string;
  readonly tags?: readonly Tag[];
}

export function arnOfRole(account: Account, { path, name }: Pick<Role, "path" | "name">): string {
  return roleArn({ partition: account.partition, accountId: account.id, path, name });
}

export function findRole(account: Account, name: string): Role | undefined {
  return account.roles.find((role) => role.name === name);
}

/** @throws NoSuchEntity */
export function roleOf(account: Account, name: string): Role {
  const role = findRole(account, name);
  if (role === undefined) throw refusal("noSuchRole", { name });
  return role;
}

export function createRole(
  account: Account,
  input: RoleSettings & { readonly name: string; readonly path?: string },
  { now, newId }: Invention,
): Role {
  const path = input.path ?? "/";
  checkName(input.name, { member: "roleName", limit: iamLimits.roleName, pattern: namePattern });
  checkPath(path);
  checkSettings(account, input);
  if (account.roles.some((role) => sameName(role.name, input.name))) throw refusal("roleExists", { name: input.name });
  if (account.roles.length >= quotas.roles) {
    throw refusal("quota", { quota: "RolesPerAccount", limit: quotas.roles });
  }
  const role: Role = {
    name: input.name,
    path,
    id: uniqueId("AROA", newId),
    createDate: timestamp(now),
    ...settingsOf(input),
    inlinePolicies: [],
    attachedPolicies: [],
  };
  account.roles.push(role);
  return role;
}

/** Sets all that can change on a role; a boundary or description that is not given is removed. */
export function updateRole(account: Account, input: RoleSettings & { readonly name: string }): Role {
  const role = roleOf(account, input.name);
  checkSettings(account, input);
  return Object.assign(role, settingsOf(input));
}

export function deleteRole(account: Account, { name }: { readonly name: string }): void {
  const role = roleOf(account, name);
  if (role.attachedPolicies.length > 0) throw refusal("mustDetachPolicies");
  if (role.inlinePolicies.length > 0) throw refusal("mustDeletePolicies");
  account.roles = account.roles.filter((other) => other !== role);
}

function settingsOf(input: RoleSettings) {
  return {
    trustPolicy: input.trustPolicy,
    description: input.description ?? "",
    maxSessionDuration: input.maxSessionDuration ?? 3600,
    permissionsBoundary: input.permissionsBoundary,
    tags: [...(input.tags ?? [])],
  };
}

function checkSettings(account: Account, input: RoleSettings): void {
  const { description = "", maxSessionDuration = 3600 } = input;
  const { min, max } = iamLimits.sessionDuration;
  if (description.length > iamLimits.roleDescription) {
    throw refusal("tooLong", { value: description, member: "description", limit: iamLimits.roleDescription });
  }
  const duration = { value: maxSessionDuration, member: "maxSessionDuration" };
  if (maxSessionDuration < min) throw refusal("tooSmall", { ...duration, limit: min });
  if (maxSessionDuration > max) throw refusal("tooLarge", { ...duration, limit: max });
  checkTrustPolicy(input.trustPolicy, account);
  if (policySize(input.trustPolicy) > iamLimits.trustPolicySize) {
    throw refusal("quota", { quota: "ACLSizePerRole", limit: iamLimits.trustPolicySize });
  }
  checkBoundary(account, input.permissionsBoundary);
}
