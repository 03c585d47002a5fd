import { assumedRoleArn, parseArn, parseIamResource } from "#core/aws";
import type { Inputs, Known } from "#emulators/wire/pulumi-provider";

import type { AccountHandle, Accounts } from "../accounts";
import { uniqueId } from "../state/account";
import { callerArn, callerId, findCredentials } from "../state/authorization";
import type { AccountCloud } from "./cloud";
import { optionalText, tagList } from "./inputs";

type Found = Pick<AccountCloud, "account" | "caller">;

/**
 * The account that a provider instance means: that of the last role it assumes, else of its access key.
 *
 * @throws for an account that is not emulated, or that `allowedAccountIds` or `forbiddenAccountIds` rule out
 */
export function configure(accounts: Accounts, config: Inputs): AccountCloud {
  // Keys are looked at even where a role is assumed by them: wrong ones assume nothing.
  const ofKeys = byAccessKey(accounts, config);
  const found = byAssumedRole(accounts, config) ?? ofKeys;
  if (found === undefined) {
    throw new Error("The aws provider names no account: set assumeRoles with a roleArn, or accessKey and secretKey.");
  }
  checkAllowed(found.account.read().id, config);
  const defaults = config.defaultTags;
  return {
    ...found,
    region: optionalText(config, "region") ?? "us-east-1",
    defaultTags: isObject(defaults) ? tagList(defaults.tags) : [],
  };
}

/**
 * As the genuine provider, which assumes the roles one after the other, each by the session of the one before, and acts
 * as the last: with one entry that is `assumeRoles[0]`. The roles before it may be of accounts that are not emulated.
 *
 * Source: documentation of the aws provider, assume_role ("multiple assume_role blocks: role chaining"); aws-sdk-go-base.
 */
function byAssumedRole(accounts: Accounts, config: Inputs): Found | undefined {
  const last = list(config.assumeRoles).map(readAssumedRole).at(-1);
  if (last === undefined) return undefined;
  const { roleArn, roleName, partition, accountId, sessionName } = last;
  return {
    account: emulated(accounts, accountId),
    caller: {
      arn: assumedRoleArn({ partition, accountId, roleName, sessionName }),
      userId: `${uniqueId("AROA", () => roleArn)}:${sessionName}`,
    },
  };
}

function readAssumedRole(entry: Known, index: number) {
  const given = isObject(entry) ? entry : {};
  const roleArn = optionalText(given, "roleArn") ?? "";
  const arn = parseArn(roleArn);
  const role = arn && parseIamResource(arn);
  if (arn === undefined || role?.type !== "role") {
    throw new Error(`assumeRoles[${index}].roleArn: ${JSON.stringify(roleArn)} is not the ARN of a role.`);
  }
  const { partition, accountId } = arn;
  const sessionName = optionalText(given, "sessionName") ?? "pulumi";
  return { roleArn, roleName: role.name, partition, accountId, sessionName };
}

function byAccessKey(accounts: Accounts, config: Inputs): Found | undefined {
  const accessKeyId = optionalText(config, "accessKey");
  if (accessKeyId === undefined) return undefined;
  for (const account of accounts.all()) {
    const state = account.read();
    const credentials = findCredentials(state, accessKeyId);
    if (credentials === undefined) continue;
    if (credentials.secretAccessKey !== optionalText(config, "secretKey")) {
      throw new Error(`secretKey is not the secret of access key ${accessKeyId}.`);
    }
    const { principal } = credentials;
    return { account, caller: { arn: callerArn(state, principal), userId: callerId(state, principal) } };
  }
  throw new Error(`No emulated account has given out access key ${accessKeyId}.`);
}

function emulated(accounts: Accounts, id: string): AccountHandle {
  const account = accounts.find(id);
  if (account !== undefined) return account;
  throw new Error(`Account ${id} is not one of the emulated accounts: ${accounts.ids().join(", ")}.`);
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
