import { type Arn, isRegionOf, parseArn, parseIamResource, type PartitionName, partitions } from "#core/aws";
import { CloudError } from "#emulators/wire/errors";
import type { Inputs, Known } from "#emulators/wire/pulumi-provider";

import type { AccountHandle, Accounts } from "../accounts";
import type { Account, Invention } from "../state/account";
import { authorizeCall, findCredentials, type Principal } from "../state/authorization";
import { refusal } from "../state/refusals";
import { deployerAccessKeyId, inPartition } from "../state/seed";
import { roleOfSession } from "../state/sessions";
import { assumeRole, type Caller, identityOf, type RoleRequest } from "../state/sign-in";
import type { AccountCloud } from "./cloud";
import { optionalText, tagList } from "./inputs";

/** Who a provider instance acts as, in which account. */
interface Deployer {
  readonly account: AccountHandle;
  /** As things stand now: what the deployer may do changes while it works. */
  readonly principal: () => Principal;
  readonly caller: { readonly arn: string; readonly userId: string };
}

/**
 * The account that a provider instance means, and who it is there: the last of the roles that it assumes, else the owner
 * of its access key. Roles are assumed by the access key, or without one by the management account's deployer.
 *
 * @throws for an account that is not emulated, for a role that cannot be assumed, or for an account that
 * `allowedAccountIds` or `forbiddenAccountIds` rule out
 */
export function configure(accounts: Accounts, config: Inputs): AccountCloud {
  // Keys are looked at even where a role is assumed by them: wrong ones assume nothing.
  const ofKeys = byAccessKey(accounts, config);
  const found = byAssumedRoles(accounts, config, ofKeys ?? managementDeployer(accounts)) ?? ofKeys;
  if (found === undefined) {
    throw new Error("The aws provider names no account: set assumeRoles with a roleArn, or accessKey and secretKey.");
  }
  const { account, caller, principal } = found;
  const { id, partition } = account.read();
  emulated(accounts, id);
  checkAllowed(id, config);
  const region = optionalText(config, "region") ?? partitions[partition].globalRegion;
  checkRegion(region, partition);
  const defaults = config.defaultTags;
  return {
    account,
    caller,
    region,
    defaultTags: isObject(defaults) ? tagList(defaults.tags) : [],
    authorise: (call) => {
      accounts.asked(call);
      authorizeCall(account.read(), principal(), call, accounts.now());
    },
  };
}

/**
 * As the genuine provider, which assumes the roles one after the other, each by the session of the one before, and acts
 * as the last: with one entry that is `assumeRoles[0]`. The session itself never ends, as the genuine provider takes a
 * new one in time.
 *
 * Source: documentation of the aws provider, assume_role ("multiple assume_role blocks: role chaining"); aws-sdk-go-base.
 */
function byAssumedRoles(accounts: Accounts, config: Inputs, first: Deployer): Deployer | undefined {
  const roles = list(config.assumeRoles).map(readAssumedRole);
  if (roles.length === 0) return undefined;
  return roles.reduce((deployer, role) => assume(accounts, deployer, role), first);
}

interface AssumedRole {
  readonly arn: Arn;
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId?: string;
}

function assume(accounts: Accounts, deployer: Deployer, { arn, ...request }: AssumedRole): Deployer {
  const account = emulated(accounts, arn.accountId);
  const caller: Caller = {
    account: inPartition(deployer.account.read(), arn.partition),
    principal: deployer.principal(),
  };
  const { session } = assumed(account.read(), caller, request, { now: accounts.now(), newId: accounts.newId });
  const principal = (): Principal => ({ kind: "session", session, role: roleOfSession(account.read(), session) });
  return { account, principal, caller: identityOf({ account: account.read(), principal: principal() }) };
}

/** Source of the words before AWS's: aws-sdk-go-base, CannotAssumeRoleError. */
function assumed(account: Account, caller: Caller, request: RoleRequest, invention: Invention) {
  try {
    return assumeRole(account, caller, request, invention);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new Error(`IAM Role (${request.roleArn}) cannot be assumed: ${error.code}: ${error.message}`, {
      cause: error,
    });
  }
}

function readAssumedRole(entry: Known, index: number): AssumedRole {
  const given = isObject(entry) ? entry : {};
  const roleArn = optionalText(given, "roleArn") ?? "";
  const arn = parseArn(roleArn);
  if (arn === undefined || parseIamResource(arn)?.type !== "role") {
    throw new Error(`assumeRoles[${index}].roleArn: ${JSON.stringify(roleArn)} is not the ARN of a role.`);
  }
  const externalId = optionalText(given, "externalId");
  const sessionName = optionalText(given, "sessionName") ?? "pulumi";
  return { arn, roleArn, sessionName, ...(externalId === undefined ? {} : { externalId }) };
}

function byAccessKey(accounts: Accounts, config: Inputs): Deployer | undefined {
  const accessKeyId = optionalText(config, "accessKey");
  if (accessKeyId === undefined) return undefined;
  for (const account of [...accounts.all(), accounts.management]) {
    const credentials = findCredentials(account.read(), accessKeyId);
    if (credentials === undefined) continue;
    if (credentials.secretAccessKey !== optionalText(config, "secretKey")) {
      throw new Error(`secretKey is not the secret of access key ${accessKeyId}.`);
    }
    return deployerOf(account, accessKeyId);
  }
  throw new Error(`No emulated account has given out access key ${accessKeyId}.`);
}

function managementDeployer(accounts: Accounts): Deployer {
  return deployerOf(accounts.management, deployerAccessKeyId);
}

function deployerOf(account: AccountHandle, accessKeyId: string): Deployer {
  const principal = (): Principal => {
    const found = findCredentials(account.read(), accessKeyId);
    if (found === undefined) throw refusal("unknownAccessKey");
    return found.principal;
  };
  return { account, principal, caller: identityOf({ account: account.read(), principal: principal() }) };
}

function emulated(accounts: Accounts, id: string): AccountHandle {
  const account = accounts.find(id);
  if (account !== undefined) return account;
  throw new Error(`Account ${id} is not one of the emulated accounts: ${accounts.ids().join(", ")}.`);
}

/** Keys of one partition mean nothing in another. Source: AWS IAM user guide, “Amazon Resource Names”; wording ours. */
function checkRegion(region: string, partition: PartitionName): void {
  if (isRegionOf(partition, region)) return;
  const { globalRegion } = partitions[partition];
  throw new Error(
    `InvalidClientTokenId: region ${region} is not one of partition ${partition}, to which the account belongs: set one such as ${globalRegion}.`,
  );
}

function checkAllowed(id: string, config: Inputs): void {
  const allowed = list(config.allowedAccountIds).filter((entry) => typeof entry === "string");
  if (allowed.length > 0 && !allowed.includes(id)) {
    throw new Error(`AWS account ID not allowed: ${id} is not one of allowedAccountIds (${allowed.join(", ")}).`);
  }
  if (list(config.forbiddenAccountIds).includes(id)) {
    throw new Error(`AWS account ID not allowed: ${id} is one of forbiddenAccountIds.`);
  }
}

function list(value: Known | undefined): readonly Known[] {
  return Array.isArray(value) ? (value as readonly Known[]) : [];
}

function isObject(value: Known | undefined): value is Readonly<Record<string, Known>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
