/**
 * Application permissions of Microsoft Graph, by the feature of an account stack that needs them: the least that admits
 * what the azuread provider asks for. Sources: the documentation of each request's operation at
 * https://learn.microsoft.com/graph/api, the azuread documentation ("API Permissions") of each resource.
 */
const permissionsByFeature = {
  /** Application, certificate, claims policy, app roles and their assignments. */
  account: [
    "AppRoleAssignment.ReadWrite.All",
    "Application.ReadWrite.All",
    "Policy.Read.All",
    "Policy.ReadWrite.ApplicationConfiguration",
  ],
  /** Groups that the stack creates, and their members. */
  groups: ["Group.ReadWrite.All"],
  /** Groups that exist already and are looked up. */
  existingGroups: ["GroupMember.Read.All"],
  /** Members that the stack puts into groups that exist already. */
  existingGroupMembers: ["GroupMember.ReadWrite.All"],
  /** Policies and named locations. */
  conditionalAccess: ["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"],
  /** Users that the stack creates. */
  testUsers: ["User.ReadWrite.All"],
  /** Users that exist already and are looked up. */
  existingUsers: ["User.Read.All"],
  /** Groups whose members are activated just in time. */
  privilegedGroups: [
    "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup",
    "RoleManagementPolicy.ReadWrite.AzureADGroup",
  ],
  /** Secret and job of the provisioning service. */
  roleImport: ["Synchronization.ReadWrite.All"],
  /** What `entra-aws doctor` reads besides: the tenant's name and licences. A stack itself never needs it. */
  diagnosis: ["Organization.Read.All"],
} as const satisfies Record<string, readonly string[]>;

export type GraphPermission = (typeof permissionsByFeature)[keyof typeof permissionsByFeature][number];

type Feature = keyof typeof permissionsByFeature;

/** What a stack has beside its application. `groups` is on unless it is `false`, each other one off unless it is `true`. */
export type DeployerFeatures = Partial<Record<Exclude<Feature, "account">, boolean>>;

/**
 * Permissions that do as well in place of another, so that it is not asked for beside them. Source: “Higher privileged
 * permissions” of the operations at https://learn.microsoft.com/graph/api.
 */
const wider: Partial<Record<GraphPermission, readonly string[]>> = {
  "GroupMember.Read.All": [
    "GroupMember.ReadWrite.All",
    "Group.Read.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
  ],
  "GroupMember.ReadWrite.All": ["Group.ReadWrite.All", "Directory.ReadWrite.All"],
  "Organization.Read.All": ["Organization.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
  "User.Read.All": ["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
};

/** Whether somebody who has been granted these may do what the permission is for. */
export function hasGraphPermission(granted: ReadonlySet<string>, permission: GraphPermission): boolean {
  return [permission, ...(wider[permission] ?? [])].some((name) => granted.has(name));
}

/** The least set of application permissions that the deployer of an account stack needs, sorted. */
export function deployerGraphPermissions(features: DeployerFeatures = {}): GraphPermission[] {
  const asked = { groups: true, ...features, account: true };
  const names = (Object.keys(permissionsByFeature) as Feature[]).filter((feature) => asked[feature] === true);
  const wanted = new Set(names.flatMap((feature): readonly GraphPermission[] => permissionsByFeature[feature]));
  const besides = (permission: GraphPermission) => new Set([...wanted].filter((other) => other !== permission));
  return [...wanted].filter((permission) => !hasGraphPermission(besides(permission), permission)).sort();
}

/** Every permission that some feature needs, sorted. */
export const graphPermissions: readonly GraphPermission[] = [
  ...new Set<GraphPermission>(Object.values(permissionsByFeature).flat()),
].sort();

/**
 * The app roles of Microsoft Graph's service principal (appId 00000003-0000-0000-c000-000000000000) that stand for them,
 * the same in every tenant: who grants a permission assigns this role.
 * Source: https://learn.microsoft.com/graph/permissions-reference
 */
export const graphPermissionIds: Readonly<Record<GraphPermission, string>> = {
  "AppRoleAssignment.ReadWrite.All": "06b708a9-e830-4db3-a914-8e69da51d44f",
  "Application.ReadWrite.All": "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
  "GroupMember.Read.All": "98830695-27a2-44f7-8c18-0c3ebc9698f6",
  "GroupMember.ReadWrite.All": "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
  "Group.ReadWrite.All": "62a82d76-70ea-41e2-9197-370581804d09",
  "Organization.Read.All": "498476ce-e0fe-48b0-b801-37ba7e2685c6",
  "Policy.Read.All": "246dd0d5-5bd0-4def-940b-0421030a5b68",
  "Policy.ReadWrite.ApplicationConfiguration": "be74164b-cff1-491c-8741-e671cb536e13",
  "Policy.ReadWrite.ConditionalAccess": "01c0a623-fc9b-48e9-b794-0756f8e8f067",
  "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup": "618b6020-bca8-4de6-99f6-ef445fa4d857",
  "RoleManagementPolicy.ReadWrite.AzureADGroup": "b38dcc4d-a239-4ed6-aa84-6c65b284f97c",
  "Synchronization.ReadWrite.All": "9b50c33d-700f-43b1-b2eb-87e89b703581",
  "User.Read.All": "df021288-bdef-4463-88db-98f22de89214",
  "User.ReadWrite.All": "741f803b-c850-494e-b5df-cde7c675a1ca",
};

/** Microsoft Graph's application id, in every tenant. */
export const graphAppId = "00000003-0000-0000-c000-000000000000";
