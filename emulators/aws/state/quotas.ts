/**
 * Quotas of an account that no document states to AWS beforehand, and only the account itself can meet.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const quotas = {
  accessKeysPerUser: 2,
  policies: 1500,
  policyVersions: 5,
  roles: 1000,
  samlProviders: 100,
  users: 5000,
} as const;
