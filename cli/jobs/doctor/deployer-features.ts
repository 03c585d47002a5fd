import type { DeployerFeatures } from "#core/entra";
import type { PlannedAccount } from "./planned-account";

/** What the stack has beyond application, roles and groups, as the permissions of Graph tell it apart. */
export function deployerFeatures({ config, conditionalAccessPolicyName }: PlannedAccount): DeployerFeatures {
  const made = new Set(Object.values(config.testUsers).map((user) => user.userPrincipalName.toLowerCase()));
  const members = Object.values(config.roles).flatMap((role) => role.members);
  return {
    conditionalAccess: conditionalAccessPolicyName !== undefined,
    testUsers: made.size > 0,
    existingUsers: members.some((member) => !made.has(member.toLowerCase())),
    roleImport: config.roleMode === "imported",
  };
}
