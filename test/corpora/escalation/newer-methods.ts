import { allow, oneDocument, type LabelledPrincipals } from "./labelled-principal";

/** Methods that older lists lack. */
const escalating: readonly (readonly string[])[] = [
  ["codebuild:StartBuild"],
  ["codebuild:StartBuildBatch"],
  ["iam:PassRole", "scheduler:CreateSchedule"],
  ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"],
  ["states:UpdateStateMachine", "states:StartExecution"],
  ["batch:SubmitJob"],
  ["iam:PassRole", "elasticmapreduce:RunJobFlow"],
  ["iam:PassRole", "emr-serverless:CreateApplication", "emr-serverless:StartJobRun"],
  ["sso:AttachManagedPolicyToPermissionSet"],
  ["sso:PutInlinePolicyToPermissionSet"],
  ["iam:PassRole", "ecs:RunTask"],
  ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"],
  ["ecs:ExecuteCommand", "ecs:DescribeTasks"],
  ["iam:PassRole", "apprunner:CreateService"],
  ["apprunner:UpdateService"],
  ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"],
  ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
  ["iam:PassRole", "ec2:RequestSpotInstances"],
  ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
  ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
  ["iam:PassRole", "ec2:AssociateIamInstanceProfile"],
  ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig"],
  ["iam:PassRole", "bedrock:CreateAgent"],
];

/** Limits, ways in and half a method: findings of other rules, or none. */
const others: readonly (readonly string[])[] = [
  ["iam:DeleteUserPermissionsBoundary"],
  ["iam:PutRolePermissionsBoundary"],
  ["iam:DetachUserPolicy", "iam:DeleteUserPolicy"],
  ["iam:CreateSAMLProvider", "iam:UpdateSAMLProvider"],
  ["iam:DeactivateMFADevice", "iam:UpdateRole"],
  ["scheduler:CreateSchedule"],
  ["iam:PassRole", "states:StartExecution"],
  ["ecs:ExecuteCommand"],
  ["ec2:StopInstances", "ec2:StartInstances"],
  ["iam:AddRoleToInstanceProfile"],
  ["iam:PassRole", "lambda:CreateFunction"],
  ["iam:CreateUser", "iam:CreateRole", "iam:CreatePolicy", "iam:CreateGroup"],
  ["sso:CreatePermissionSet", "sso:CreateAccountAssignment"],
  ["cloudformation:CreateStack"],
  ["s3:*", "dynamodb:*", "sqs:*", "sns:*", "kms:*", "logs:*"],
];

export const newerMethods: LabelledPrincipals = {
  name: "newer methods",
  source: "https://pathfinding.cloud",
  cases: [
    ...escalating.map((actions) => oneDocument(actions.join(" + "), true, allow(actions))),
    ...others.map((actions) => oneDocument(actions.join(" + "), false, allow(actions))),
  ],
};
