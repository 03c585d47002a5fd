import { accountAccessAnalyzer } from "./account-access-analyzer/rule";
import { accountSamlProvider } from "./account-saml-provider/rule";
import { applicationAssignmentRequired } from "./application-assignment-required/rule";
import { applicationCredentials } from "./application-credentials/rule";
import { caAuthenticationTransferBlocked } from "./ca-authentication-transfer-blocked/rule";
import { caBreakGlassExcluded } from "./ca-break-glass-excluded/rule";
import { caCoversAccessGroups } from "./ca-covers-access-groups/rule";
import { caDeviceCodeBlocked } from "./ca-device-code-blocked/rule";
import { caEnforced } from "./ca-enforced/rule";
import { caExclusionsCovered } from "./ca-exclusions-covered/rule";
import { caHasTargets } from "./ca-has-targets/rule";
import { caLegacyAuthenticationBlocked } from "./ca-legacy-authentication-blocked/rule";
import { caMfaForAll } from "./ca-mfa-for-all/rule";
import { caMfaForGuests } from "./ca-mfa-for-guests/rule";
import { caMfaForManagement } from "./ca-mfa-for-management/rule";
import { caNoDanglingReference } from "./ca-no-dangling-reference/rule";
import { caPersistentBrowser } from "./ca-persistent-browser/rule";
import { caPhishingResistantForAdmins } from "./ca-phishing-resistant-for-admins/rule";
import { caRisk } from "./ca-risk/rule";
import { caSignInFrequency } from "./ca-sign-in-frequency/rule";
import { directoryRoles } from "./directory-roles/rule";
import { federationAdministratorRole } from "./federation-administrator-role/rule";
import { federationPairsMatch } from "./federation-pairs-match/rule";
import { federationProvisioningUser } from "./federation-provisioning-user/rule";
import { federationRoleReachable } from "./federation-role-reachable/rule";
import { federationSessionDuration } from "./federation-session-duration/rule";
import { groupDynamicRule } from "./group-dynamic-rule/rule";
import { groupNesting } from "./group-nesting/rule";
import { groupProtected } from "./group-protected/rule";
import { iamAccessKeys } from "./iam-access-keys/rule";
import { iamCredentialsExposure } from "./iam-credentials-exposure/rule";
import { iamDataExfiltration } from "./iam-data-exfiltration/rule";
import { iamElevatedManagedPolicy } from "./iam-elevated-managed-policy/rule";
import { iamEscalation } from "./iam-escalation/rule";
import { iamExclusiveAttachments } from "./iam-exclusive-attachments/rule";
import { iamFederationEscalation } from "./iam-federation-escalation/rule";
import { iamNoUsers } from "./iam-no-users/rule";
import { iamPasswordPolicy } from "./iam-password-policy/rule";
import { iamPhysicalNames } from "./iam-physical-names/rule";
import { iamPoliciesThroughGroups } from "./iam-policies-through-groups/rule";
import { iamResourceExposure } from "./iam-resource-exposure/rule";
import { iamRoot } from "./iam-root/rule";
import { iamUnconstrainedWrites } from "./iam-unconstrained-writes/rule";
import { iamWeakensLimits } from "./iam-weakens-limits/rule";
import { namingApplications } from "./naming-applications/rule";
import { namingAws } from "./naming-aws/rule";
import { namingConditionalAccess } from "./naming-conditional-access/rule";
import { namingGroups } from "./naming-groups/rule";
import { namingServiceUsers } from "./naming-service-users/rule";
import { policyAdministrator } from "./policy-administrator/rule";
import { policyAllowWithNot } from "./policy-allow-with-not/rule";
import { policyArnFitsAction } from "./policy-arn-fits-action/rule";
import { policyAssumeAnyRole } from "./policy-assume-any-role/rule";
import { policyConditionPitfalls } from "./policy-condition-pitfalls/rule";
import { policyFullServiceAccess } from "./policy-full-service-access/rule";
import { policyKnownNames } from "./policy-known-names/rule";
import { policyMfaCondition } from "./policy-mfa-condition/rule";
import { policyPassRole } from "./policy-pass-role/rule";
import { policyServiceLinkedRole } from "./policy-service-linked-role/rule";
import { policySize } from "./policy-size/rule";
import { policyStarActions } from "./policy-star-actions/rule";
import { policyStarResources } from "./policy-star-resources/rule";
import { policyValid } from "./policy-valid/rule";
import { samlTrustImportable } from "./saml-trust-importable/rule";
import { trustComputeService } from "./trust-compute-service/rule";
import { trustConfusedDeputy } from "./trust-confused-deputy/rule";
import { trustFederated } from "./trust-federated/rule";
import { trustOpenPrincipal } from "./trust-open-principal/rule";
import type { Rule } from "./rule";

/** Every rule, sorted by id. Written by hand: nothing registers itself, and a test holds this list to the folders. */
export const rules: readonly Rule[] = [
  accountAccessAnalyzer,
  accountSamlProvider,
  applicationAssignmentRequired,
  applicationCredentials,
  caAuthenticationTransferBlocked,
  caBreakGlassExcluded,
  caCoversAccessGroups,
  caDeviceCodeBlocked,
  caEnforced,
  caExclusionsCovered,
  caHasTargets,
  caLegacyAuthenticationBlocked,
  caMfaForAll,
  caMfaForGuests,
  caMfaForManagement,
  caNoDanglingReference,
  caPersistentBrowser,
  caPhishingResistantForAdmins,
  caRisk,
  caSignInFrequency,
  directoryRoles,
  federationAdministratorRole,
  federationPairsMatch,
  federationProvisioningUser,
  federationRoleReachable,
  federationSessionDuration,
  groupDynamicRule,
  groupNesting,
  groupProtected,
  iamAccessKeys,
  iamCredentialsExposure,
  iamDataExfiltration,
  iamElevatedManagedPolicy,
  iamEscalation,
  iamExclusiveAttachments,
  iamFederationEscalation,
  iamNoUsers,
  iamPasswordPolicy,
  iamPhysicalNames,
  iamPoliciesThroughGroups,
  iamResourceExposure,
  iamRoot,
  iamUnconstrainedWrites,
  iamWeakensLimits,
  namingApplications,
  namingAws,
  namingConditionalAccess,
  namingGroups,
  namingServiceUsers,
  policyAdministrator,
  policyAllowWithNot,
  policyArnFitsAction,
  policyAssumeAnyRole,
  policyConditionPitfalls,
  policyFullServiceAccess,
  policyKnownNames,
  policyMfaCondition,
  policyPassRole,
  policyServiceLinkedRole,
  policySize,
  policyStarActions,
  policyStarResources,
  policyValid,
  samlTrustImportable,
  trustComputeService,
  trustConfusedDeputy,
  trustFederated,
  trustOpenPrincipal,
];

export { defaultLevel } from "./configuration";
export type { Configuration } from "./configuration";
export { describeFinding } from "./finding";
export type { Finding } from "./finding";
export type {
  Level,
  OptionValue,
  ResourceRule,
  Rule,
  RuleMetadata,
  RuleOption,
  RuleSettings,
  Scope,
  Severity,
  StackRule,
  Verdict,
} from "./rule";
export { knownDocuments } from "./known-documents";
export { propertyPath } from "./property-path";
export { judgeStack, runRules } from "./run-rules";
export type { Waiver, Waivers } from "./waiver";
export { gatherFacts } from "../facts";
export type { Reading, StackFacts, StackResource, Surroundings } from "../facts";
