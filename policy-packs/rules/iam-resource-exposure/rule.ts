import { administratorRoles } from "../exempt";
import { judgeWideActions } from "../judge-wide-actions";
import type { RuleOption, StackRule } from "../rule";

/**
 * Actions that write a policy, a grant or a share by which others come to a resource.
 *
 * Source: service authorization reference, access level “Permissions management” and what works like it; the category is
 * cloudsplaining's.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const actions: readonly string[] = [
  "acm-pca:PutPolicy",
  "backup:PutBackupVaultAccessPolicy",
  "codeartifact:PutDomainPermissionsPolicy",
  "codeartifact:PutRepositoryPermissionsPolicy",
  "codebuild:PutResourcePolicy",
  "dynamodb:PutResourcePolicy",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  "ec2:ModifyVpcEndpointServicePermissions",
  "ecr-public:SetRepositoryPolicy",
  "ecr:PutRegistryPolicy",
  "ecr:SetRepositoryPolicy",
  "elasticfilesystem:PutFileSystemPolicy",
  "events:PutPermission",
  "glacier:SetVaultAccessPolicy",
  "glue:PutResourcePolicy",
  "imagebuilder:PutImagePolicy",
  "kinesis:PutResourcePolicy",
  "kms:CreateGrant",
  "kms:PutKeyPolicy",
  "lakeformation:GrantPermissions",
  "lambda:AddLayerVersionPermission",
  "lambda:AddPermission",
  "logs:PutDestinationPolicy",
  "logs:PutResourcePolicy",
  "mediastore:PutContainerPolicy",
  "ram:CreateResourceShare",
  "rds:ModifyDBClusterSnapshotAttribute",
  "rds:ModifyDBSnapshotAttribute",
  "redshift:AuthorizeSnapshotAccess",
  "redshift:PutResourcePolicy",
  "s3:PutAccessPointPolicy",
  "s3:PutAccountPublicAccessBlock",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutObjectAcl",
  "secretsmanager:PutResourcePolicy",
  "serverlessrepo:PutApplicationPolicy",
  "ses:PutIdentityPolicy",
  "signer:AddProfilePermission",
  "sns:AddPermission",
  "sqs:AddPermission",
  "ssm:ModifyDocumentPermission",
];

export const iamResourceExposure: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-resource-exposure",
  title: "Only administrators may open any resource of the account to others",
  severity: "medium",
  why: "Whoever may write the policy of a bucket, key, queue or image gives other accounts, or everybody, what is in it. On every resource that is the account's whole data, given away without a copy being made.",
  fix: "Name the resources whose policy the principal looks after in Resource, or leave the actions out.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  frameworks: ["NIST 800-53 AC-3", "NIST 800-53 AC-6"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) => judgeWideActions(stack, { actions, exempt }),
};
