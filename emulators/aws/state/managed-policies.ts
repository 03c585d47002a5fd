import { iamLimits, parseArn, policyArn } from "#core/aws";
import { findManagedPolicy, managedPolicyDocument } from "#core/aws/managed-policies";
import { type PolicyDocument, policySize } from "#core/aws/policy";

import {
  type Account,
  type Invention,
  type ManagedPolicy,
  type PolicyVersion,
  sameName,
  type Tag,
  timestamp,
  uniqueId,
} from "./account";
import { checkName, checkPath, namePattern } from "./check-name";
import { checkIdentityPolicy, documentOf } from "./documents";
import { quotas } from "./quotas";
import { refusal } from "./refusals";

export function arnOfPolicy(account: Account, { path, name }: Pick<ManagedPolicy, "path" | "name">): string {
  return policyArn({ partition: account.partition, accountId: account.id, path, name });
}

export function findPolicy(account: Account, arn: string): ManagedPolicy | undefined {
  return account.policies.find((policy) => arnOfPolicy(account, policy) === arn);
}

/** @throws NoSuchEntity */
export function policyOf(account: Account, arn: string): ManagedPolicy {
  const policy = findPolicy(account, arn);
  if (policy === undefined) throw refusal("noSuchPolicy", { arn });
  return policy;
}

/** The document of any managed policy; `unknown` for those of AWS whose text is not shipped. */
export function managedDocument(account: Account, arn: string): PolicyDocument | "unknown" | undefined {
  const policy = findPolicy(account, arn);
  if (policy !== undefined) return documentOf(defaultDocument(policy));
  return isManagedByAws(account, arn) ? (managedPolicyDocument(arn) ?? "unknown") : undefined;
}

export function defaultDocument(policy: ManagedPolicy): string {
  const version = policy.versions.find(({ id }) => id === policy.defaultVersion);
  if (version === undefined) throw new Error(`policy ${policy.name} has no default version`);
  return version.document;
}

export function checkAttachable(account: Account, arn: string): void {
  if (managedDocument(account, arn) === undefined) throw refusal("notAttachable", { arn });
}

export function checkBoundary(account: Account, arn: string | undefined): void {
  if (arn !== undefined && managedDocument(account, arn) === undefined) throw refusal("noSuchBoundary", { arn });
}

/** Roles that have the policy attached: nothing here attaches one to a user. */
export function attachmentCount(account: Account, arn: string): number {
  return account.roles.filter(({ attachedPolicies }) => attachedPolicies.includes(arn)).length;
}

export function createPolicy(
  account: Account,
  input: {
    readonly name: string;
    readonly document: string;
    readonly path?: string;
    readonly description?: string;
    readonly tags?: readonly Tag[];
  },
  { now, newId }: Invention,
): ManagedPolicy {
  const { name, document, path = "/", description = "" } = input;
  checkName(name, { member: "policyName", limit: iamLimits.policyName, pattern: namePattern });
  checkPath(path);
  if (description.length > 1000) throw refusal("tooLong", { value: description, member: "description", limit: 1000 });
  checkManagedDocument(document);
  if (account.policies.some((policy) => sameName(policy.name, name))) throw refusal("policyExists", { name });
  if (account.policies.length >= quotas.policies) {
    throw refusal("quota", { quota: "PoliciesPerAccount", limit: quotas.policies });
  }
  const createDate = timestamp(now);
  const policy: ManagedPolicy = {
    name,
    path,
    id: uniqueId("ANPA", newId),
    createDate,
    description,
    defaultVersion: "v1",
    nextVersion: 2,
    versions: [{ id: "v1", document, createDate }],
    tags: [...(input.tags ?? [])],
  };
  account.policies.push(policy);
  return policy;
}

/** @throws NoSuchEntity */
export function policyVersionOf(
  account: Account,
  input: { readonly arn: string; readonly version: string },
): PolicyVersion {
  const version = policyOf(account, input.arn).versions.find(({ id }) => id === input.version);
  if (version === undefined) throw refusal("noSuchPolicyVersion", input);
  return version;
}

export function createPolicyVersion(
  account: Account,
  input: { readonly arn: string; readonly document: string; readonly setAsDefault: boolean },
  { now }: Invention,
): string {
  const policy = policyOf(account, input.arn);
  checkManagedDocument(input.document);
  if (policy.versions.length >= quotas.policyVersions) throw refusal("tooManyVersions");
  const id = `v${policy.nextVersion}`;
  policy.nextVersion += 1;
  policy.versions.push({ id, document: input.document, createDate: timestamp(now) });
  if (input.setAsDefault) policy.defaultVersion = id;
  return id;
}

export function deletePolicyVersion(account: Account, input: { readonly arn: string; readonly version: string }): void {
  const policy = policyOf(account, input.arn);
  policyVersionOf(account, input);
  if (policy.defaultVersion === input.version) throw refusal("defaultVersion");
  policy.versions = policy.versions.filter(({ id }) => id !== input.version);
}

export function tagPolicy(account: Account, input: { readonly arn: string; readonly tags: readonly Tag[] }): void {
  policyOf(account, input.arn).tags = [...input.tags];
}

export function deletePolicy(account: Account, { arn }: { readonly arn: string }): void {
  const policy = policyOf(account, arn);
  if (attachmentCount(account, arn) > 0 || boundaryUsageCount(account, arn) > 0) throw refusal("policyAttached");
  if (policy.versions.length > 1) throw refusal("policyHasVersions");
  account.policies = account.policies.filter((other) => other !== policy);
}

/** Roles and users that have the policy as their boundary. */
export function boundaryUsageCount(account: Account, arn: string): number {
  return [...account.roles, ...account.users].filter(({ permissionsBoundary }) => permissionsBoundary === arn).length;
}

/** AWS adds managed policies all the time, so one that is not in our list is taken to exist. */
export function isManagedByAws(account: Account, arn: string): boolean {
  const parsed = parseArn(arn);
  if (parsed?.accountId !== "aws" || parsed.partition !== account.partition) return false;
  return findManagedPolicy(arn, account.partition) !== undefined;
}

function checkManagedDocument(document: string): void {
  checkIdentityPolicy(document);
  if (policySize(document) > iamLimits.managedPolicySize) {
    throw refusal("quota", { quota: "PolicySize", limit: iamLimits.managedPolicySize });
  }
}
