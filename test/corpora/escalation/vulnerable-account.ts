import { allow, deny, document, oneDocument, type LabelledPrincipals } from "./labelled-principal";

/** Principals of an account that is vulnerable on purpose, by the names of its paths. */
const paths: readonly (readonly [title: string, ...actions: string[]])[] = [
  ["CreateNewPolicyVersion", "iam:CreatePolicyVersion"],
  ["SetExistingDefaultPolicyVersion", "iam:SetDefaultPolicyVersion"],
  ["CreateEC2WithExistingIP", "iam:PassRole", "ec2:RunInstances"],
  ["CreateAccessKey", "iam:CreateAccessKey"],
  ["CreateLoginProfile", "iam:CreateLoginProfile"],
  ["UpdateLoginProfile", "iam:UpdateLoginProfile"],
  ["AttachUserPolicy", "iam:AttachUserPolicy"],
  ["AttachGroupPolicy", "iam:AttachGroupPolicy"],
  ["AttachRolePolicy", "iam:AttachRolePolicy", "sts:AssumeRole"],
  ["PutUserPolicy", "iam:PutUserPolicy"],
  ["PutGroupPolicy", "iam:PutGroupPolicy"],
  ["PutRolePolicy", "iam:PutRolePolicy"],
  ["AddUserToGroup", "iam:AddUserToGroup"],
  ["UpdatingAssumeRolePolicy", "iam:UpdateAssumeRolePolicy", "sts:AssumeRole"],
  ["PassExistingRoleToNewLambdaThenInvoke", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
  [
    "PassRoleToNewLambdaThenTriggerWithNewDynamo",
    "iam:PassRole",
    "lambda:CreateFunction",
    "lambda:CreateEventSourceMapping",
    "dynamodb:PutItem",
    "dynamodb:CreateTable",
  ],
  ["EditExistingLambdaFunctionWithRole", "lambda:UpdateFunctionCode"],
  ["PassExistingRoleToNewGlueDevEndpoint", "iam:PassRole", "glue:CreateDevEndpoint", "glue:GetDevEndpoint"],
  ["UpdateExistingGlueDevEndpoint", "glue:UpdateDevEndpoint", "glue:GetDevEndpoint"],
  ["PassExistingRoleToCloudFormation", "iam:PassRole", "cloudformation:CreateStack", "cloudformation:DescribeStacks"],
  [
    "PassExistingRoleToNewDataPipeline",
    "iam:PassRole",
    "datapipeline:CreatePipeline",
    "datapipeline:PutPipelineDefinition",
    "datapipeline:ActivatePipeline",
  ],
  ["AssumeRole", "sts:AssumeRole"],
  ["CloudFormationUpdateStack", "cloudformation:UpdateStack", "cloudformation:DescribeStacks"],
  ["CodeBuildCreateProjectPassRole", "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"],
  ["EC2InstanceConnect", "ec2-instance-connect:SendSSHPublicKey", "ec2:DescribeInstances"],
  ["SageMakerCreateNotebookPassRole", "iam:PassRole", "sagemaker:CreateNotebookInstance"],
  ["SageMakerCreatePresignedNotebookURL", "sagemaker:CreatePresignedNotebookInstanceUrl"],
  ["SageMakerCreateProcessingJob", "iam:PassRole", "sagemaker:CreateProcessingJob"],
  ["SageMakerCreateTrainingJob", "iam:PassRole", "sagemaker:CreateTrainingJob"],
  ["SSMSendCommand", "ssm:SendCommand"],
  ["SSMStartSession", "ssm:StartSession", "ssm:TerminateSession"],
];

const issuedAfter = { Condition: { DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } } };
const issuedBefore = { Condition: { DateLessThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } } };

export const vulnerableAccount: LabelledPrincipals = {
  name: "vulnerable account",
  source: "https://github.com/BishopFox/iam-vulnerable",
  cases: [
    ...paths.map(([title, ...actions]) => oneDocument(title, true, allow(actions))),
    oneDocument("everything", true, allow("*")),
    oneDocument("IAM, EC2 and S3", true, allow(["iam:*", "ec2:*", "s3:*"])),
    {
      title: "passing and running in two documents",
      escalates: true,
      documents: [document(allow("iam:PassRole")), document(allow("ec2:RunInstances"))],
    },
    oneDocument(
      "policies of one name, which one of them can have",
      true,
      allow("iam:CreatePolicyVersion", { Resource: "arn:aws:iam::*:policy/fn2-*" }),
    ),
    oneDocument("a session that was issued since 2020", true, allow("iam:CreatePolicyVersion", issuedAfter)),
    oneDocument("all but some of IAM", true, {
      Effect: "Allow",
      NotAction: ["iam:Update*", "iam:Create*", "iam:Attach*"],
      Resource: "*",
    }),
    oneDocument("everything allowed and denied", false, allow("*"), deny("*")),
    {
      title: "everything allowed, and denied in another document",
      escalates: false,
      documents: [document(allow("*")), document(deny("*"))],
    },
    oneDocument("IAM denied by its own document", false, allow(["iam:*", "s3:*"]), deny("iam:*")),
    oneDocument(
      "policies of AWS",
      false,
      allow("iam:CreatePolicyVersion", { Resource: "arn:aws:iam::aws:policy/fp4-*" }),
    ),
    oneDocument("a session that was issued before 2020", false, allow("iam:CreatePolicyVersion", issuedBefore)),
  ],
};
