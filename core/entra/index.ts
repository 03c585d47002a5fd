export { adminCenterPage } from "./admin-center-pages";
export { appRoleValue, appRoleValueProblems, parseAppRoleValue, type RoleAndProvider } from "./app-role-value";
export {
  awsClaims,
  claimsPolicyDefinition,
  type SessionNameSource,
  sessionNameSourceProblems,
  sessionNameSources,
} from "./claims-policy";
export { conditionalAccessScopeProblems } from "./conditional-access-problems";
export { audienceOf, entityId } from "./entity-id";
export {
  type EntraCloud,
  type EntraCloudName,
  entraCloudOfEnvironment,
  entraClouds,
  isEntraCloudName,
} from "./entra-clouds";
export { entraLimits, entraLimitSources } from "./entra-limits";
export { defaultAccessRoleId, type GalleryTemplate, galleryTemplates, hideAppTag } from "./gallery-templates";
export {
  type DeployerFeatures,
  deployerGraphPermissions,
  graphAppId,
  type GraphPermission,
  graphPermissionIds,
  graphPermissions,
  hasGraphPermission,
} from "./graph-permissions";
export { type ConfiguredApplication, type ManualStep, manualSteps } from "./manual-steps";
export { displayNameProblems, objectIdProblems } from "./name-problems";
export { passwordProblems } from "./password-problems";
export { signingCertificate } from "./signing-certificate";
export { issuer, metadataUrl, samlSignOnUrl, signInUrl } from "./tenant-urls";
export { userPrincipalNameProblems } from "./user-principal-name-problems";
