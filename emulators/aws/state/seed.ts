import type { PartitionName } from "#core/aws";
import { serializePolicy } from "#core/aws/policy";

import { type Account, type Invention, newAccount, secretKey, timestamp, uniqueId } from "./account";
import { attachRolePolicy } from "./role-policies";
import { createRole } from "./roles";

/** The account from which deployments are run. Nothing of it is emulated but its one user, who calls. */
export const managementAccountId = "999999999999";

/** The access key of `arn:aws:iam::999999999999:user/deployer`; the same in every run, its secret is not. */
export const deployerAccessKeyId = uniqueId("AKIA", () => "deployer");

/** The role by which the management account's deployer works in each account. */
export const deployerRoleName = "Deployer";

/**
 * An account as an organisation hands it out: empty but for the role through which the management account works in it.
 */
export function seedAccount(
  given: { readonly id: string; readonly name: string; readonly partition?: PartitionName },
  invention: Invention,
): Account {
  const account = newAccount(given, invention.newId);
  const { partition } = account;
  const trustPolicy = serializePolicy({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: [`arn:${partition}:iam::${managementAccountId}:root`] },
        Action: ["sts:AssumeRole"],
      },
    ],
  });
  createRole(account, { name: deployerRoleName, trustPolicy }, invention);
  const policyArn = `arn:${partition}:iam::aws:policy/AdministratorAccess`;
  attachRolePolicy(account, { role: deployerRoleName, policyArn });
  return account;
}

/** The management account: one user with long-lived keys, who may assume roles and nothing else. */
export function seedManagement({ now, newId }: Invention): Account {
  const createDate = timestamp(now);
  const document = serializePolicy({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["sts:AssumeRole"], Resource: ["*"] }],
  });
  const account = newAccount({ id: managementAccountId, name: "Management" }, newId);
  account.users.push({
    name: "deployer",
    path: "/",
    id: uniqueId("AIDA", () => "deployer"),
    createDate,
    inlinePolicies: [{ name: "AssumeRoles", document }],
    accessKeys: [{ id: deployerAccessKeyId, secret: secretKey(newId), createDate, status: "Active" }],
    tags: [],
  });
  return account;
}

/** The deployer's long-lived keys. */
export function deployerKeys({ users }: Readonly<Account>): {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
} {
  const key = users.flatMap(({ accessKeys }) => accessKeys).find(({ id }) => id === deployerAccessKeyId);
  if (key === undefined) throw new Error("the management account has lost its deployer's key");
  return { accessKeyId: key.id, secretAccessKey: key.secret };
}

/** A caller as a partition knows it: the deployer has an identity in each, with the same keys, as no real one has. */
export function inPartition(account: Readonly<Account>, partition: PartitionName): Readonly<Account> {
  return account.id === managementAccountId ? { ...account, partition } : account;
}
