import { administratorRoles } from "../exempt";
import { judgeWideActions } from "../judge-wide-actions";
import type { RuleOption, StackRule } from "../rule";

/**
 * Actions by which data, backups, keys, logs or what runs are lost or replaced.
 *
 * Source: service authorization reference, access level “Write”; the category is cloudsplaining's.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const actions: readonly string[] = [
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "cloudformation:DeleteStack",
  "cloudtrail:DeleteTrail",
  "cloudtrail:StopLogging",
  "config:DeleteConfigurationRecorder",
  "config:StopConfigurationRecorder",
  "dynamodb:DeleteTable",
  "ec2:DeleteSnapshot",
  "ec2:DeleteVolume",
  "ec2:TerminateInstances",
  "ecr:BatchDeleteImage",
  "ecr:DeleteRepository",
  "ecs:DeleteCluster",
  "eks:DeleteCluster",
  "elasticfilesystem:DeleteFileSystem",
  "guardduty:DeleteDetector",
  "kinesis:DeleteStream",
  "kms:DisableKey",
  "kms:ScheduleKeyDeletion",
  "lambda:DeleteFunction",
  "lambda:UpdateFunctionCode",
  "logs:DeleteLogGroup",
  "rds:DeleteDBCluster",
  "rds:DeleteDBInstance",
  "rds:DeleteDBSnapshot",
  "redshift:DeleteCluster",
  "route53:ChangeResourceRecordSets",
  "route53:DeleteHostedZone",
  "s3:DeleteBucket",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutLifecycleConfiguration",
  "s3:PutObject",
  "secretsmanager:DeleteSecret",
  "sns:DeleteTopic",
  "sqs:DeleteQueue",
  "sqs:PurgeQueue",
  "states:DeleteStateMachine",
];

export const iamUnconstrainedWrites: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-unconstrained-writes",
  title: "Only administrators may destroy or rewrite everything in the account",
  severity: "medium",
  why: "A mistake or a stolen session costs what its permissions reach. Deletion on every resource reaches all of it: data, backups, keys without which neither can be read, and the logs that would tell who it was.",
  fix: "Name the resources that the principal looks after in Resource, or leave the destructive actions out.",
  references: [
    "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html",
  ],
  frameworks: ["NIST 800-53 AC-6", "NIST 800-53 CP-9"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) => judgeWideActions(stack, { actions, exempt }),
};
