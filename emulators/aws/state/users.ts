import { iamLimits, userArn } from "#core/aws";

import { type Account, type Invention, sameName, type Tag, timestamp, uniqueId, type User } from "./account";
import { checkName, checkPath, namePattern } from "./check-name";
import { checkBoundary } from "./managed-policies";
import { quotas } from "./quotas";
import { refusal } from "./refusals";

export interface UserSettings {
  readonly name: string;
  /** @default "/" */
  readonly path?: string;
  readonly permissionsBoundary?: string;
  readonly tags?: readonly Tag[];
}

export function arnOfUser(account: Account, { path, name }: Pick<User, "path" | "name">): string {
  return userArn({ partition: account.partition, accountId: account.id, path, name });
}

export function findUser(account: Account, name: string): User | undefined {
  return account.users.find((user) => user.name === name);
}

/** @throws NoSuchEntity */
export function userOf(account: Account, name: string): User {
  const user = findUser(account, name);
  if (user === undefined) throw refusal("noSuchUser", { name });
  return user;
}

export function createUser(account: Account, input: UserSettings, { now, newId }: Invention): User {
  checkSettings(account, input, undefined);
  if (account.users.length >= quotas.users) {
    throw refusal("quota", { quota: "UsersPerAccount", limit: quotas.users });
  }
  const user: User = {
    ...settingsOf(input),
    id: uniqueId("AIDA", newId),
    createDate: timestamp(now),
    inlinePolicies: [],
    accessKeys: [],
  };
  account.users.push(user);
  return user;
}

/** Sets all that can change on a user, its name included; a boundary that is not given is removed. */
export function updateUser(account: Account, input: { readonly name: string; readonly news: UserSettings }): User {
  const user = userOf(account, input.name);
  checkSettings(account, input.news, user);
  return Object.assign(user, settingsOf(input.news));
}

export function deleteUser(account: Account, { name }: { readonly name: string }): void {
  const user = userOf(account, name);
  if (user.accessKeys.length > 0) throw refusal("mustDeleteAccessKeys");
  if (user.inlinePolicies.length > 0) throw refusal("mustDeletePolicies");
  account.users = account.users.filter((other) => other !== user);
}

function settingsOf(input: UserSettings) {
  return {
    name: input.name,
    path: input.path ?? "/",
    permissionsBoundary: input.permissionsBoundary,
    tags: [...(input.tags ?? [])],
  };
}

function checkSettings(account: Account, input: UserSettings, itself: User | undefined): void {
  checkName(input.name, { member: "userName", limit: iamLimits.userName, pattern: namePattern });
  checkPath(input.path ?? "/");
  checkBoundary(account, input.permissionsBoundary);
  if (account.users.some((user) => user !== itself && sameName(user.name, input.name))) {
    throw refusal("userExists", { name: input.name });
  }
}
