import { type AccessKey, type Account, type Invention, secretKey, timestamp, uniqueId, type User } from "./account";
import { quotas } from "./quotas";
import { refusal } from "./refusals";
import { userOf } from "./users";

export type KeyStatus = AccessKey["status"];

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

export function updateAccessKey(account: Account, input: { readonly id: string; readonly status: string }): AccessKey {
  const { key } = accessKeyOf(account, input.id);
  key.status = readStatus(input.status);
  return key;
}

export function deleteAccessKey(account: Account, { id }: { readonly id: string }): void {
  const { user, key } = accessKeyOf(account, id);
  user.accessKeys = user.accessKeys.filter((other) => other !== key);
}

function accessKeyOf(account: Account, id: string): { user: User; key: AccessKey } {
  const found = findAccessKey(account, id);
  if (found === undefined) throw refusal("noSuchAccessKey", { id });
  return found;
}

function readStatus(value: string): KeyStatus {
  if (value !== "Active" && value !== "Inactive") throw refusal("invalidStatus", { value });
  return value;
}
