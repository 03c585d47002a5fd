const quotas = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const api = "https://docs.aws.amazon.com/IAM/latest/APIReference/";

/** Numbers that IAM and STS hold to. Sizes are in characters without white space, durations in seconds. */
export const iamLimits = {
  roleName: 64,
  userName: 64,
  policyName: 128,
  path: 512,
  roleDescription: 1000,
  /** `MaxSessionDuration` of a role. */
  sessionDuration: { min: 3600, max: 43_200 },
  /** The SessionDuration attribute of a SAML response. */
  sessionDurationClaim: { min: 900, max: 43_200 },
  roleSessionName: { min: 2, max: 64 },
  samlProviderName: 128,
  samlMetadata: { min: 1000, max: 10_000_000 },
  samlProviderKeys: 10,
  managedPolicySize: 6144,
  /** All inline policies of one role together. */
  rolePolicySize: 10_240,
  /** All inline policies of one user together. */
  userPolicySize: 2048,
  /** All inline policies of one group together. */
  groupPolicySize: 5120,
  /** AWS raises it to 4,096 on request. */
  trustPolicySize: 2048,
  /** AWS raises it to 25 on request. */
  managedPoliciesPerRole: 10,
  managedPoliciesPerRoleAdjustable: 25,
  tags: 50,
  tagKey: 128,
  tagValue: 256,
} as const;

/** Where each limit is written. */
export const iamLimitSources: Readonly<Record<keyof typeof iamLimits, string>> = {
  roleName: quotas,
  userName: quotas,
  policyName: quotas,
  path: `${api}API_CreateRole.html`,
  roleDescription: `${api}API_CreateRole.html`,
  sessionDuration: `${api}API_CreateRole.html`,
  sessionDurationClaim:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
  roleSessionName: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
  samlProviderName: quotas,
  samlMetadata: `${api}API_CreateSAMLProvider.html`,
  samlProviderKeys: quotas,
  managedPolicySize: quotas,
  rolePolicySize: quotas,
  userPolicySize: quotas,
  groupPolicySize: quotas,
  trustPolicySize: quotas,
  managedPoliciesPerRole: quotas,
  managedPoliciesPerRoleAdjustable: quotas,
  tags: quotas,
  tagKey: quotas,
  tagValue: quotas,
};
