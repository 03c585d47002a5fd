import { administratorRoles } from "../exempt";
import { judgeWideActions } from "../judge-wide-actions";
import type { RuleOption, StackRule } from "../rule";

/**
 * Actions that answer with, or set, credentials of somebody or something else.
 *
 * Left out: `ecr:GetAuthorizationToken` and the like, whose token may do no more than the caller. Source: service authorization
 * reference; the category is cloudsplaining's.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const actions: readonly string[] = [
  "appsync:CreateApiKey",
  "chime:CreateApiKey",
  "connect:GetFederationToken",
  "dsql:DbConnectAdmin",
  "ec2-instance-connect:SendSSHPublicKey",
  "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
  "ec2:GetPasswordData",
  "elasticache:Connect",
  "gamelift:GetComputeAuthToken",
  "gamelift:GetInstanceAccess",
  "gamelift:RequestUploadCredentials",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "iam:UpdateAccessKey",
  "iam:UpdateLoginProfile",
  "lightsail:CreateBucketAccessKey",
  "lightsail:DownloadDefaultKeyPair",
  "lightsail:GetInstanceAccessDetails",
  "lightsail:GetRelationalDatabaseMasterUserPassword",
  "mediapackage:RotateIngestEndpointCredentials",
  "memorydb:Connect",
  "rds-db:connect",
  "redshift-serverless:GetCredentials",
  "redshift:GetClusterCredentials",
  "redshift:GetClusterCredentialsWithIAM",
  "sagemaker:CreatePresignedDomainUrl",
  "sagemaker:CreatePresignedNotebookInstanceUrl",
  "sts:GetFederationToken",
  "transfer:ImportSshPublicKey",
];

export const iamCredentialsExposure: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-credentials-exposure",
  title: "Only administrators may take credentials of anything in the account",
  severity: "medium",
  why: "Some calls answer with a password, a key or a session. Whoever may make them on every resource becomes whatever user, instance or database there is, and the log shows the other's name.",
  fix: "Name the users, instances or databases in Resource, or leave the actions out.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html"],
  frameworks: ["NIST 800-53 AC-6", "NIST 800-53 IA-5"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) => judgeWideActions(stack, { actions, exempt }),
};
