import { type AccessKey, type Account, type Invention, secretKey, timestamp, uniqueId, type User } from "./account";
import { quotas } from "./quotas";
import { refusal } from "./refusals";
import { userOf } from "./users";

export type KeyStatus = AccessKey["status"];

interface AccessKeyId {
  readonly id: string;
  /** Whose key it must be. @default anybody's */
  readonly user?: string;
}

export function findAccessKey(account: Account, id: string): { user: User; key: AccessKey } | undefined {
  for (const user of account.users) {
    const key = user.accessKeys.find((candidate) => candidate.id === id);
    if (key !== undefined) return { user, key };
  }
  return undefined;
}

export function createAccessKey(
  account: Account,
  input: { readonly user: string; readonly status?: string },
  { now, newId }: Invention,
): AccessKey {
  const user = userOf(account, input.user);
  const status = readStatus(input.status ?? "Active");
  if (user.accessKeys.length >= quotas.accessKeysPerUser) {
    throw refusal("quota", { quota: "AccessKeysPerUser", limit: quotas.accessKeysPerUser });
  }
  const key: AccessKey = {
    id: uniqueId("AKIA", newId),
    secret: secretKey(newId),
    createDate: timestamp(now),
    status,
  };
  user.accessKeys.push(key);
  return key;
}

export function updateAccessKey(account: Account, input: AccessKeyId & { readonly status: string }): AccessKey {
  const status = readStatus(input.status);
  const { key } = accessKeyOf(account, input);
  key.status = status;
  return key;
}

export function deleteAccessKey(account: Account, input: AccessKeyId): void {
  const { user, key } = accessKeyOf(account, input);
  user.accessKeys = user.accessKeys.filter((other) => other !== key);
}

/** A key of another user than the named one is as good as none. */
function accessKeyOf(account: Account, { id, user: name }: AccessKeyId): { user: User; key: AccessKey } {
  const user = name === undefined ? undefined : userOf(account, name);
  const found = findAccessKey(account, id);
  if (found === undefined || (user !== undefined && found.user !== user)) throw refusal("noSuchAccessKey", { id });
  return found;
}

function readStatus(value: string): KeyStatus {
  if (value !== "Active" && value !== "Inactive") {
    throw refusal("notInEnumeration", { value, member: "status", values: "Active, Inactive" });
  }
  return value;
}
