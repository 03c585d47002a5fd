/**
 * Services that take a role for one of their customers' resources and say whose it is, so that a trust policy can demand it.
 *
 * Source: the page “Cross-service confused deputy prevention” of each service's guide, as
 * https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html.
 * Compute services (EC2, Lambda, ECS) are not here: a role is passed to them within its account only.
 */
const deputies: readonly string[] = [
  "autoscaling",
  "bedrock",
  "codebuild",
  "codedeploy",
  "codepipeline",
  "comprehend",
  "config",
  "controltower",
  "datasync",
  "dms",
  "firehose",
  "gamelift",
  "greengrass",
  "iot",
  "kinesisanalytics",
  "logs",
  "mediaconvert",
  "personalize",
  "pipes",
  "rekognition",
  "rolesanywhere",
  "sagemaker",
  "scheduler",
  "ses",
  "ssm",
  "states",
  "textract",
  "transcribe",
  "transfer",
  "vpc-flow-logs",
];

const prefixes: ReadonlySet<string> = new Set(deputies);

/** Whether a service principal is one of them, with its region or without: `logs.eu-central-1.amazonaws.com`. */
export function isDeputy(servicePrincipal: string): boolean {
  const match = /^([a-z0-9-]+)(\.[a-z]{2}(-[a-z]+)+-\d)?\.amazonaws\.com(\.cn)?$/.exec(servicePrincipal.toLowerCase());
  return match?.[1] !== undefined && prefixes.has(match[1]);
}
