export { accountIdProblems, isAccountId } from "./account-id-problems";
export { accountNameProblems } from "./account-name-problems";
export {
  type Arn,
  assumedRoleArn,
  type IamName,
  type IamNameWithPath,
  parseArn,
  parseIamResource,
  policyArn,
  roleArn,
  samlProviderArn,
  userArn,
} from "./arn";
export { arnProblems, type ExpectedArn } from "./arn-problems";
export { consolePage } from "./console-pages";
export { iamLimits, iamLimitSources } from "./iam-limits";
export {
  policyNameProblems,
  roleNameProblems,
  roleNamesProblems,
  samlProviderNameProblems,
  userNameProblems,
} from "./iam-name-problems";
export {
  isPartitionName,
  isRegionOf,
  isSamlEndpoint,
  type Partition,
  type PartitionName,
  partitions,
  stsEndpoint,
} from "./partition";
export {
  managedPolicyCountProblems,
  maxSessionDurationProblems,
  pathProblems,
  roleDescriptionProblems,
  sessionDurationProblems,
} from "./role-problems";
export { redeemableForMilliseconds, samlSignInErrors, type SamlSignInErrorName } from "./saml-sign-in-errors";
export { isSessionName, sessionNameProblems } from "./session-name-problems";
export { tagProblems } from "./tag-problems";
