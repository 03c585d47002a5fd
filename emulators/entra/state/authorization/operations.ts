/** Any of these admits, least privileged first. */
type AnyOf = readonly string[];

const readApplications: AnyOf = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
// Application.ReadWrite.OwnedBy is left out: it admits for applications that the caller owns, and owners of
// applications are not modelled.
const writeApplications: AnyOf = ["Application.ReadWrite.All"];
const writeServicePrincipals: AnyOf = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];
const assignAppRoles: AnyOf = ["AppRoleAssignment.ReadWrite.All"];
const readMemberships: AnyOf = [
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const writeGroups: AnyOf = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];
const writeMembers: AnyOf = ["GroupMember.ReadWrite.All", ...writeGroups];
const readUsers: AnyOf = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const writeUsers: AnyOf = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
const readPolicies: AnyOf = ["Policy.Read.All"];
const writeConditionalAccess: AnyOf = ["Policy.ReadWrite.ConditionalAccess"];
const writeClaimsPolicies: AnyOf = ["Policy.ReadWrite.ApplicationConfiguration"];
const readSynchronization: AnyOf = ["Synchronization.Read.All", "Synchronization.ReadWrite.All"];
const writeSynchronization: AnyOf = ["Synchronization.ReadWrite.All"];
const readDirectory: AnyOf = ["Directory.Read.All", "Directory.ReadWrite.All"];
const readOrganization: AnyOf = ["Organization.Read.All", "Organization.ReadWrite.All", ...readDirectory];

/**
 * Which application permissions admit an operation of Graph: of each list, one.
 * An operation bears the name of its page at https://learn.microsoft.com/graph/api, whose section "Permissions" is the
 * source; where azuread's documentation asks for more, that is said.
 */
export const graphOperations = {
  "application-delete": [writeApplications],
  "application-get": [readApplications],
  "application-list": [readApplications],
  "application-list-owners": [readApplications],
  "application-update": [writeApplications],
  "applicationtemplate-instantiate": [writeServicePrincipals],
  "claimsmappingpolicy-delete": [writeClaimsPolicies],
  "claimsmappingpolicy-get": [[...readPolicies, ...writeClaimsPolicies]],
  "claimsmappingpolicy-list": [[...readPolicies, ...writeClaimsPolicies]],
  "claimsmappingpolicy-post-claimsmappingpolicies": [writeClaimsPolicies],
  "claimsmappingpolicy-update": [writeClaimsPolicies],
  "conditionalaccesspolicy-delete": [writeConditionalAccess, readPolicies],
  "conditionalaccesspolicy-get": [readPolicies],
  "conditionalaccesspolicy-update": [writeConditionalAccess, [...readPolicies, "Application.Read.All"]],
  "conditionalaccessroot-list-namedlocations": [readPolicies],
  "conditionalaccessroot-list-policies": [readPolicies],
  "conditionalaccessroot-post-namedlocations": [writeConditionalAccess, readPolicies],
  "conditionalaccessroot-post-policies": [writeConditionalAccess, readPolicies],
  // Each object besides with the permission for its kind; see the routes of directory objects.
  "directoryobject-get": [[...readDirectory, ...readApplications, ...readMemberships, ...readUsers]],
  "directoryobject-getbyids": [[...readDirectory, ...readApplications, ...readMemberships, ...readUsers]],
  "domain-list": [["Domain.Read.All", "Domain.ReadWrite.All", ...readDirectory]],
  "group-delete": [writeGroups],
  "group-delete-members": [writeMembers],
  "group-get": [readMemberships],
  "group-list": [readMemberships],
  "group-list-memberof": [readMemberships],
  "group-list-members": [readMemberships],
  "group-list-owners": [readMemberships],
  "group-post-groups": [["Group.Create", ...writeGroups]],
  "group-post-members": [writeMembers],
  "group-update": [writeGroups],
  "ipnamedlocation-update": [writeConditionalAccess, readPolicies],
  "namedlocation-delete": [writeConditionalAccess, readPolicies],
  "namedlocation-get": [readPolicies],
  "organization-list": [readOrganization],
  "resources/synchronization-synchronization": [readSynchronization],
  "serviceprincipal-addtokensigningcertificate": [writeServicePrincipals],
  "serviceprincipal-delete": [writeServicePrincipals],
  "serviceprincipal-delete-approleassignedto": [assignAppRoles],
  // Reading beside writing, and the same for removal: azuread, service_principal_claims_mapping_policy_assignment.
  "serviceprincipal-delete-claimsmappingpolicies": [writeClaimsPolicies, readPolicies],
  "serviceprincipal-get": [readApplications],
  "serviceprincipal-list": [readApplications],
  "serviceprincipal-list-approleassignedto": [readApplications],
  "serviceprincipal-list-approleassignments": [readApplications],
  "serviceprincipal-list-claimsmappingpolicies": [readPolicies],
  "serviceprincipal-list-owners": [readApplications],
  "serviceprincipal-post-approleassignedto": [assignAppRoles, readApplications],
  "serviceprincipal-post-claimsmappingpolicies": [writeClaimsPolicies, readPolicies],
  "serviceprincipal-post-serviceprincipals": [writeServicePrincipals],
  "serviceprincipal-update": [writeServicePrincipals],
  "subscribedsku-list": [["LicenseAssignment.Read.All", ...readOrganization]],
  "synchronization-serviceprincipal-put-synchronization": [writeSynchronization],
  "synchronization-synchronization-list-jobs": [readSynchronization],
  "synchronization-synchronization-post-jobs": [writeSynchronization],
  "synchronization-synchronizationjob-delete": [writeSynchronization],
  "synchronization-synchronizationjob-get": [readSynchronization],
  "synchronization-synchronizationjob-pause": [writeSynchronization],
  "synchronization-synchronizationjob-restart": [writeSynchronization],
  "synchronization-synchronizationjob-start": [writeSynchronization],
  "synchronization-synchronizationjob-validatecredentials": [writeSynchronization],
  "user-delete": [writeUsers],
  "user-get": [readUsers],
  "user-list": [readUsers],
  "user-list-manager": [readUsers],
  "user-post-users": [writeUsers],
  "user-update": [["User.ReadUpdate.All", ...writeUsers]],
} as const satisfies Record<string, readonly AnyOf[]>;

export type GraphOperation = keyof typeof graphOperations;
