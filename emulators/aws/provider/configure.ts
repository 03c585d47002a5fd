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
  const found = byAssumedRole(accounts, config) ?? byAccessKey(accounts, config);
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

/** As the genuine provider, which takes the roles one after the other, and acts as the last. */
function byAssumedRole(accounts: Accounts, config: Inputs): Found | undefined {
  const last = list(config.assumeRoles).at(-1);
  if (!isObject(last)) return undefined;
  const roleArn = optionalText(last, "roleArn") ?? "";
  const arn = parseArn(roleArn);
  const role = arn && parseIamResource(arn);
  if (arn === undefined || role?.type !== "role") throw new Error(`assumeRoles: ${roleArn} is not the ARN of a role.`);
  const { partition, accountId } = arn;
  const account = emulated(accounts, accountId);
  const sessionName = optionalText(last, "sessionName") ?? "pulumi";
  return {
    account,
    caller: {
      arn: assumedRoleArn({ partition, accountId, roleName: role.name, sessionName }),
      userId: `${uniqueId("AROA", () => roleArn)}:${sessionName}`,
    },
  };
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
