import type { DeployerFeatures } from "#core/entra";
import type { PlannedAccount } from "./planned-account";

/** What the stack has beyond its application, as the permissions of Graph tell it apart. */
export function deployerFeatures({ config, conditionalAccessPolicyName }: PlannedAccount): DeployerFeatures {
  const testUsers = Object.values(config.testUsers);
  const newUsers = testUsers.filter(({ existingObjectId }) => existingObjectId === undefined);
  const made = new Set(newUsers.map((user) => user.userPrincipalName.toLowerCase()));
  const roles = Object.values(config.roles);
  const withGroup = roles.filter(({ existingGroupObjectId }) => existingGroupObjectId !== undefined);
  const members = roles.flatMap((role) => role.members);
  return {
    groups: withGroup.length < roles.length,
    existingGroups: withGroup.length > 0,
    existingGroupMembers: withGroup.some((role) => role.members.length > 0),
    conditionalAccess: conditionalAccessPolicyName !== undefined,
    testUsers: made.size > 0,
    existingUsers: newUsers.length < testUsers.length || members.some((member) => !made.has(member.toLowerCase())),
    roleImport: config.roleMode === "imported",
  };
}
