/**
 * Services on which somebody's own code runs with the role that it was given.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html, and each service's guide.
 */
const computeServices: readonly string[] = [
  "apprunner",
  "batch",
  "codebuild",
  "ec2",
  "ecs-tasks",
  "elasticmapreduce",
  "emr-serverless",
  "glue",
  "greengrass",
  "lambda",
  "pods.eks",
  "sagemaker",
  "ssm",
  "states",
  "tasks.apprunner",
];

const hosts: ReadonlySet<string> = new Set(computeServices.map((service) => `${service}.amazonaws.com`));

/** Whether a service principal runs somebody's code, in any partition. */
export function isComputeService(servicePrincipal: string): boolean {
  return hosts.has(servicePrincipal.toLowerCase().replace(/\.amazonaws\.com\.cn$/, ".amazonaws.com"));
}
