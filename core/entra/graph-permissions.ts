/** Application permissions of Graph that the account stack's deployer needs. Source: azuread documentation, per resource. */
export const graphPermissions = [
  "AppRoleAssignment.ReadWrite.All",
  "Application.ReadWrite.All",
  "Group.ReadWrite.All",
  "Policy.Read.All",
  "Policy.ReadWrite.ApplicationConfiguration",
  "Policy.ReadWrite.ConditionalAccess",
  "User.ReadWrite.All",
] as const;

/** What later parts need besides: just-in-time groups and the role import. */
export const graphPermissionsByFeature = {
  privilegedGroups: [
    "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup",
    "RoleManagementPolicy.ReadWrite.AzureADGroup",
  ],
  roleImport: ["Synchronization.ReadWrite.All"],
} as const;
