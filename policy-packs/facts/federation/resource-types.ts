/** Tokens of the resource types that a federation is made of; several where providers offer one thing in several ways. */
export const resourceTypes = {
  accessKey: "aws:iam/accessKey:AccessKey",
  appRole: "azuread:index/applicationAppRole:ApplicationAppRole",
  application: "azuread:index/application:Application",
  applicationFromTemplate: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  applicationRegistration: "azuread:index/applicationRegistration:ApplicationRegistration",
  assignment: "azuread:index/appRoleAssignment:AppRoleAssignment",
  claimsPolicy: "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
  group: "azuread:index/group:Group",
  groupMember: "azuread:index/groupMember:GroupMember",
  groupWithoutMembers: "azuread:index/groupWithoutMembers:GroupWithoutMembers",
  role: "aws:iam/role:Role",
  samlProvider: "aws:iam/samlProvider:SamlProvider",
  servicePrincipal: "azuread:index/servicePrincipal:ServicePrincipal",
  synchronizationJob: "azuread:index/synchronizationJob:SynchronizationJob",
  synchronizationSecret: "azuread:index/synchronizationSecret:SynchronizationSecret",
  user: "azuread:index/user:User",
} as const;

/** A type and the property by which others of its kind are pointed to. */
export type Pointed = readonly [type: string, key: string];

export const groupTypes = [
  [resourceTypes.group, "objectId"],
  [resourceTypes.groupWithoutMembers, "objectId"],
] as const satisfies readonly Pointed[];
