import { findPrincipal } from "./app-role-assignments";
import { refusal } from "./errors";
import { find, get, isSameId, take } from "./lookup";
import type { Group, Tenant } from "./model";
import { timestamp, type Step } from "./step";

/** What POST /groups carries. Names are not unique. */
export type GroupInput = Omit<Group, "id" | "createdDateTime">;

export function createGroup(tenant: Tenant, input: GroupInput, step: Step): Group {
  checkGroup(input);
  for (const id of [...input.members, ...input.owners]) checkReference(tenant, id);
  const group: Group = { ...normalised(input), id: step.newId(), createdDateTime: timestamp(step.now) };
  tenant.groups.push(group);
  return group;
}

export function getGroup(tenant: Tenant, id: string): Group {
  return get(tenant.groups, id);
}

export function findGroup(tenant: Tenant, id: string): Group | undefined {
  return find(tenant.groups, id);
}

export function updateGroup(tenant: Tenant, input: { id: string; settings: Partial<GroupInput> }): Group {
  const group = getGroup(tenant, input.id);
  const next = { ...group, ...normalised(input.settings) };
  checkGroup(next);
  const references = [...(input.settings.members ?? []), ...(input.settings.owners ?? [])];
  for (const id of references) checkReference(tenant, id);
  return Object.assign(group, next);
}

/** POST /groups/{id}/members/$ref. */
export function addGroupMember(tenant: Tenant, input: { groupId: string; memberId: string }): void {
  const group = getGroup(tenant, input.groupId);
  checkReference(tenant, input.memberId);
  if (group.members.some((member) => isSameId(member, input.memberId))) throw refusal("memberExists");
  group.members.push(input.memberId.toLowerCase());
}

export function hasGroupMember(tenant: Tenant, input: { groupId: string; memberId: string }): boolean {
  const group = findGroup(tenant, input.groupId);
  return group?.members.some((member) => isSameId(member, input.memberId)) ?? false;
}

/** DELETE /groups/{id}/members/{id}/$ref. */
export function removeGroupMember(tenant: Tenant, input: { groupId: string; memberId: string }): void {
  const group = getGroup(tenant, input.groupId);
  if (!hasGroupMember(tenant, input)) throw refusal("notFound", { id: input.memberId });
  group.members = group.members.filter((member) => !isSameId(member, input.memberId));
}

/** DELETE: a security group is gone at once; its assignments and memberships elsewhere go with it. */
export function deleteGroup(tenant: Tenant, id: string): void {
  const group = take(tenant.groups, id);
  for (const other of tenant.groups) other.members = other.members.filter((member) => member !== group.id);
  tenant.appRoleAssignments = tenant.appRoleAssignments.filter((each) => each.principalId !== group.id);
}

/** Groups that hold the principal as a direct member: the ones whose app roles it has. */
export function directGroupIds(tenant: Tenant, principalId: string): string[] {
  return tenant.groups.filter((group) => group.members.includes(principalId)).map((group) => group.id);
}

/** Groups that hold the principal at any depth: the ones that Conditional Access counts. */
export function transitiveGroupIds(tenant: Tenant, principalId: string): string[] {
  const found = new Set<string>();
  const open = [principalId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const groupId of directGroupIds(tenant, id)) {
      if (found.has(groupId)) continue;
      found.add(groupId);
      open.push(groupId);
    }
  }
  return [...found];
}

/** Ids are kept as Graph tells them, in lower case and once each: another writing of a member is the same member. */
function normalised<Settings extends Partial<GroupInput>>(settings: Settings): Settings {
  const { members, owners } = settings;
  return {
    ...structuredClone(settings),
    ...(members && { members: distinctIds(members) }),
    ...(owners && { owners: distinctIds(owners) }),
  };
}

function distinctIds(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

function checkReference(tenant: Tenant, id: string): void {
  const isClient = [tenant.deployer, ...tenant.clients].some(({ objectId }) => isSameId(id, objectId));
  if (!isClient && !findPrincipal(tenant, id)) throw refusal("notFound", { id });
}

function checkGroup(group: GroupInput): void {
  // https://learn.microsoft.com/graph/api/resources/group: displayName 1…256, mailNickname 1…64 of ASCII without @()\[]";:<>,space
  if (group.displayName === "" || group.displayName.length > 256) {
    throw refusal("invalidValue", { property: "displayName", resource: "Group" });
  }
  if (!/^[!#-'*+\-./0-9=?A-Z^-~]{1,64}$/.test(group.mailNickname)) {
    throw refusal("invalidValue", { property: "mailNickname", resource: "Group" });
  }
}
