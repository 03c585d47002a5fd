export { administratorPolicies } from "./administrators";
export { appRoles, type AppRoleFact } from "./app-roles";
export {
  applicationOfPrincipal,
  applicationOfServicePrincipal,
  awsApplications,
  importingApplications,
  singleAccountApplications,
} from "./applications";
export { accessGroups, type AssignmentFact, assignments } from "./assignments";
export { federatedRoles, federatedRolesByResource, type FederatedRole, type TrustedProvider } from "./federated-roles";
export { isRecord, textOf, textsOf } from "./known-values";
export { ofTypes, pointedTo } from "./pointed-to";
export { groupTypes, type Pointed, resourceTypes } from "./resource-types";
export { resourceByArn } from "./resources-by-arn";
export { rolesOfAppRole } from "./roles-of-app-role";
