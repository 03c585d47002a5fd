import { passwordProblems } from "#core/entra";

import { softDelete } from "./deleted-items";
import { refusal } from "./errors";
import { find, get, take } from "./lookup";
import type { Tenant, User } from "./model";
import { hashPassword } from "./passwords";
import { timestamp, type Step } from "./step";

/** What POST and PATCH of a user carry, the password in clear as it arrives. */
export type UserInput = Omit<User, "id" | "createdDateTime" | "userType" | "password"> & { password?: string };

/** POST /users: the domain must be verified, the name free, the password complex enough. */
export function createUser(tenant: Tenant, input: UserInput, step: Step): User {
  checkUserPrincipalName(tenant, input.userPrincipalName);
  if (input.password === undefined) throw refusal("passwordRefused");
  checkPassword(input.password, input);
  const { password, ...settings } = structuredClone(input);
  const user: User = {
    ...settings,
    id: step.newId(),
    createdDateTime: timestamp(step.now),
    userType: "Member",
    password: hashPassword(password ?? "", step.newId),
  };
  tenant.users.push(user);
  return user;
}

export function getUser(tenant: Tenant, id: string): User {
  return get(tenant.users, id);
}

export function findUser(tenant: Tenant, id: string): User | undefined {
  return find(tenant.users, id);
}

export function findUserByPrincipalName(tenant: Tenant, userPrincipalName: string): User | undefined {
  const wanted = userPrincipalName.toLowerCase();
  return tenant.users.find((user) => user.userPrincipalName.toLowerCase() === wanted);
}

/** PATCH /users/{id}: without a password the old one stays. */
export function updateUser(tenant: Tenant, input: { id: string; settings: UserInput }, step: Step): User {
  const user = getUser(tenant, input.id);
  const { password, ...settings } = structuredClone(input.settings);
  if (findUserByPrincipalName(tenant, settings.userPrincipalName) !== user) {
    checkUserPrincipalName(tenant, settings.userPrincipalName);
  }
  if (password !== undefined) {
    checkPassword(password, settings);
    user.password = hashPassword(password, step.newId);
  }
  return Object.assign(user, settings);
}

/** DELETE: memberships and app-role assignments go with the user, who goes to the deleted items. */
export function deleteUser(tenant: Tenant, id: string, step: Step): void {
  const user = take(tenant.users, id);
  for (const group of tenant.groups) {
    group.members = group.members.filter((member) => member !== user.id);
    group.owners = group.owners.filter((owner) => owner !== user.id);
  }
  tenant.appRoleAssignments = tenant.appRoleAssignments.filter((each) => each.principalId !== user.id);
  softDelete(tenant, { kind: "user", object: user }, step);
}

function checkUserPrincipalName(tenant: Tenant, userPrincipalName: string): void {
  const at = userPrincipalName.lastIndexOf("@");
  const domain = userPrincipalName.slice(at + 1).toLowerCase();
  if (at < 1 || !tenant.domains.includes(domain)) throw refusal("domainNotVerified");
  if (findUserByPrincipalName(tenant, userPrincipalName)) throw refusal("userPrincipalNameTaken");
}

function checkPassword(password: string, user: Pick<User, "userPrincipalName" | "passwordPolicies">): void {
  if (user.passwordPolicies?.includes("DisableStrongPassword") === true) return;
  const userName = user.userPrincipalName.slice(0, user.userPrincipalName.lastIndexOf("@"));
  const problems = passwordProblems(password, { userName, property: "password" });
  if (problems.some((problem) => problem.severity === "error")) throw refusal("passwordRefused");
}
