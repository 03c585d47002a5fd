import type { GraphOperation } from "../state/authorization";

type Operations = readonly GraphOperation[];

/** What the genuine provider asks of Graph for a resource. */
export interface ResourceRequests {
  create: Operations;
  read: Operations;
  /** Empty where every change replaces. */
  update: Operations;
  delete: Operations;
}

const patchesApplication: ResourceRequests = {
  create: ["application-get", "application-update"],
  read: ["application-get"],
  update: ["application-get", "application-update"],
  delete: ["application-get", "application-update"],
};

const readsGroup: Operations = ["group-get", "group-list-owners", "group-list-members", "group-list-memberof"];

/** Judge: recorded, azuread 6.9.1, runs recipe, import and extra-lookups, 2026-11-24. */
export const resourceRequests: ReadonlyMap<string, ResourceRequests> = new Map(
  Object.entries({
    "azuread:index/appRoleAssignment:AppRoleAssignment": {
      create: ["serviceprincipal-get", "serviceprincipal-post-approleassignedto"],
      read: ["serviceprincipal-list-approleassignedto"],
      update: [],
      delete: ["serviceprincipal-delete-approleassignedto"],
    },
    "azuread:index/applicationAppRole:ApplicationAppRole": patchesApplication,
    "azuread:index/applicationFromTemplate:ApplicationFromTemplate": {
      create: ["applicationtemplate-instantiate", "application-get"],
      read: ["application-get"],
      update: ["application-update", "application-get"],
      delete: ["application-delete"],
    },
    "azuread:index/applicationIdentifierUri:ApplicationIdentifierUri": patchesApplication,
    "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy": {
      create: ["claimsmappingpolicy-post-claimsmappingpolicies", "claimsmappingpolicy-get"],
      read: ["claimsmappingpolicy-get"],
      update: ["claimsmappingpolicy-update", "claimsmappingpolicy-get"],
      delete: ["claimsmappingpolicy-delete"],
    },
    "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy": {
      create: ["conditionalaccessroot-post-policies", "conditionalaccesspolicy-get"],
      read: ["conditionalaccesspolicy-get"],
      update: ["conditionalaccesspolicy-update", "conditionalaccesspolicy-get"],
      delete: ["conditionalaccesspolicy-get", "conditionalaccesspolicy-delete"],
    },
    "azuread:index/group:Group": {
      create: ["group-post-groups", "group-update", ...readsGroup],
      read: readsGroup,
      update: ["group-update", ...readsGroup],
      delete: ["group-get", "group-delete"],
    },
    "azuread:index/groupMember:GroupMember": {
      create: ["group-get", "group-list-members", "group-post-members"],
      read: ["group-list-members"],
      update: [],
      delete: ["group-delete-members", "group-list-members"],
    },
    "azuread:index/namedLocation:NamedLocation": {
      create: ["conditionalaccessroot-post-namedlocations", "namedlocation-get"],
      read: ["namedlocation-get"],
      update: ["ipnamedlocation-update", "namedlocation-get"],
      delete: ["ipnamedlocation-update", "namedlocation-get", "namedlocation-delete"],
    },
    "azuread:index/servicePrincipal:ServicePrincipal": {
      create: [
        "serviceprincipal-list",
        "serviceprincipal-post-serviceprincipals",
        "serviceprincipal-update",
        "serviceprincipal-get",
        "serviceprincipal-list-owners",
      ],
      read: ["serviceprincipal-get", "serviceprincipal-list-owners"],
      update: ["serviceprincipal-update", "serviceprincipal-get", "serviceprincipal-list-owners"],
      // A refused deletion can be swallowed, so that the resource itself asks for it.
      delete: [],
    },
    "azuread:index/servicePrincipalClaimsMappingPolicyAssignment:ServicePrincipalClaimsMappingPolicyAssignment": {
      create: ["serviceprincipal-post-claimsmappingpolicies", "serviceprincipal-list-claimsmappingpolicies"],
      read: ["serviceprincipal-list-claimsmappingpolicies"],
      update: [],
      delete: ["serviceprincipal-delete-claimsmappingpolicies", "serviceprincipal-list-claimsmappingpolicies"],
    },
    "azuread:index/servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate": {
      create: ["serviceprincipal-addtokensigningcertificate", "serviceprincipal-get"],
      read: ["serviceprincipal-get"],
      update: [],
      delete: ["serviceprincipal-get", "serviceprincipal-update"],
    },
    "azuread:index/synchronizationJob:SynchronizationJob": {
      create: [
        "serviceprincipal-get",
        "synchronization-synchronization-post-jobs",
        "synchronization-synchronizationjob-get",
        "synchronization-synchronizationjob-start",
      ],
      read: ["synchronization-synchronizationjob-get"],
      update: ["synchronization-synchronizationjob-start", "synchronization-synchronizationjob-get"],
      delete: ["synchronization-synchronizationjob-delete", "synchronization-synchronizationjob-get"],
    },
    "azuread:index/synchronizationSecret:SynchronizationSecret": {
      create: ["synchronization-serviceprincipal-put-synchronization", "resources/synchronization-synchronization"],
      read: ["resources/synchronization-synchronization"],
      update: ["synchronization-serviceprincipal-put-synchronization", "resources/synchronization-synchronization"],
      delete: ["synchronization-serviceprincipal-put-synchronization", "resources/synchronization-synchronization"],
    },
    "azuread:index/user:User": {
      create: ["user-post-users", "user-update", "user-get", "user-list-manager"],
      read: ["user-get", "user-list-manager"],
      update: ["user-update", "user-get", "user-list-manager"],
      delete: ["user-delete", "user-get"],
    },
  } satisfies Record<string, ResourceRequests>),
);

/** What it asks for a lookup. */
export const lookupRequests: ReadonlyMap<string, Operations> = new Map(
  Object.entries({
    "azuread:index/getApplication:getApplication": ["application-list", "application-get", "application-list-owners"],
    // It only reads the token.
    "azuread:index/getClientConfig:getClientConfig": [],
    "azuread:index/getDirectoryObject:getDirectoryObject": ["directoryobject-get"],
    "azuread:index/getGroup:getGroup": ["group-list", "group-get", "group-list-members", "group-list-owners"],
    "azuread:index/getServicePrincipal:getServicePrincipal": ["serviceprincipal-list", "serviceprincipal-get"],
    "azuread:index/getUser:getUser": ["user-list", "user-get", "user-list-manager"],
  } satisfies Record<string, Operations>),
);
