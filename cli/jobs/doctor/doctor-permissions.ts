import { deployerGraphPermissions, type GraphPermission } from "#core/entra";
import type { PolicyDocument } from "#core/aws/policy";
import { deployerFeatures } from "./deployer-features";
import type { PlannedAccount } from "./planned-account";

/**
 * What the doctor itself reads in the account and a deployer need not: without it some of its answers are `unknown`.
 *
 * @param deployerArn of the role that deploys the stack. @default whoever of the account may
 */
export function doctorPolicy({ partition, accountId }: PlannedAccount, deployerArn?: string): PolicyDocument {
  const owned = `arn:${partition}:iam::${accountId}`;
  const principals = deployerArn === undefined ? [`${owned}:role/*`, `${owned}:user/*`] : [deployerArn];
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AskWhatTheDeployerMay",
        Effect: "Allow",
        Action: ["iam:GetRole", "iam:SimulatePrincipalPolicy"],
        Resource: principals,
      },
      { Sid: "Count", Effect: "Allow", Action: ["iam:GetAccountSummary", "iam:ListSAMLProviders"], Resource: ["*"] },
    ],
  };
}

/** What the doctor itself reads in the tenant and a deployer need not. */
export function doctorGraphPermissions(plan: PlannedAccount): GraphPermission[] {
  if (plan.conditionalAccessPolicyName === undefined) return [];
  const features = deployerFeatures(plan);
  const deployers = deployerGraphPermissions(features);
  return deployerGraphPermissions({ ...features, diagnosis: true }).filter((one) => !deployers.includes(one));
}
