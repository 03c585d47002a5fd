import { administratorRoles } from "../exempt";
import { judgeWideActions } from "../judge-wide-actions";
import type { RuleOption, StackRule } from "../rule";

/**
 * Actions that answer with what is stored, or copy it to where it can be read.
 *
 * Source: service authorization reference; the category is cloudsplaining's.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const actions: readonly string[] = [
  "athena:GetQueryResults",
  "codecommit:GitPull",
  "dynamodb:BatchGetItem",
  "dynamodb:ExportTableToPointInTime",
  "dynamodb:GetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ebs:GetSnapshotBlock",
  "ecr:BatchGetImage",
  "glacier:GetJobOutput",
  "kinesis:GetRecords",
  "kms:Decrypt",
  "lambda:GetFunction",
  "rds-data:ExecuteStatement",
  "rds:CopyDBSnapshot",
  "rds:CreateDBSnapshot",
  "rds:StartExportTask",
  "redshift-data:ExecuteStatement",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "secretsmanager:BatchGetSecretValue",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
];

export const iamDataExfiltration: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-data-exfiltration",
  title: "Only administrators may read the data of everything in the account",
  severity: "medium",
  why: "One such permission is a copy of every bucket, table, secret and queue, also of those that come later. It is what an attacker with somebody's session looks for, and reading leaves no trace in the data.",
  fix: "Name the buckets, tables or secrets in Resource.",
  references: [
    "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html",
  ],
  frameworks: ["NIST 800-53 AC-4", "NIST 800-53 AC-6"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) => judgeWideActions(stack, { actions, exempt }),
};
