export { Partition, type AccountArgs } from "./components/account";
export { AccountFederation } from "./components/account-federation/account-federation";
export type {
  AccountFederationArgs,
  AccountRoleArgs,
  ConditionalAccessArgs,
  MetadataArgs,
} from "./components/account-federation/account-federation-args";
export { FederatedRole } from "./components/aws/federated-role";
export type { FederatedRoleArgs, RoleSettingsArgs } from "./components/aws/federated-role-args";
export { FederationBoundary } from "./components/aws/federation-boundary";
export type { FederationBoundaryArgs, ProtectedRoleArgs } from "./components/aws/federation-boundary-args";
export { ProvisioningUser, type ProvisioningUserArgs } from "./components/aws/provisioning-user";
export { SamlIdentityProvider, type SamlIdentityProviderArgs } from "./components/aws/saml-identity-provider";
export {
  ConsoleMfaPolicy,
  type ConsoleMfaPolicyArgs,
  ConsoleMfaPolicyState,
} from "./components/entra/console-mfa-policy";
export { EnterpriseApplication } from "./components/entra/enterprise-application";
export type { EnterpriseApplicationArgs } from "./components/entra/enterprise-application-args";
export { EntraCloud } from "./components/entra/entra-cloud";
export { ImportedRoleAssignment, type ImportedRoleAssignmentArgs } from "./components/entra/imported-role-assignment";
export { RoleAssignment, type RoleAssignmentArgs } from "./components/entra/role-assignment";
export { RoleGroup, type RoleGroupArgs } from "./components/entra/role-group";
export { RoleProvisioning, type RoleProvisioningArgs } from "./components/entra/role-provisioning";
export { SessionNameSource } from "./components/entra/session-name-source";
export { TestUser, type TestUserArgs } from "./components/entra/test-user";
export { importedAppRoleIds } from "./components/account-federation/imported-app-role-ids";
export type { NamingArgs } from "./components/naming";
export { RoleMode } from "./components/account-federation/role-mode";
