import { iamLimits } from "#core/aws";
import type { DeployerScope } from "./deployer-scope";
import { deployerGrants } from "./deployer-statements";
import { fitStatements } from "./fit-statements";
import type { PolicyDocument } from "./policy-document";

/**
 * The least that a deployer must be allowed in one account to make, read, change and remove what the scope names, and
 * nothing else: managed policies to attach to its role, each within the 6,144 characters of one. Usually it is one
 * document; with many roles there are more, and a role takes ten managed policies (25 where AWS has raised the quota).
 *
 * Every statement names ARNs. A role is made only with the boundary that it is to have, and gets only the managed
 * policies that it is to have. It is no wall against the deployer itself, which writes the boundary's text, the trust
 * policies and the inline policies.
 *
 * What a change takes out of the scope (a role, a managed policy, the last inline policy, the tags), only the policies of
 * the scope before it can remove: such a change needs both. Not in it: taking a boundary off a role
 * (`iam:DeleteRolePermissionsBoundary`, which a stack needs whose protection is switched off), and moving or renaming the
 * provisioning user. `sts:GetCallerIdentity` needs no permission.
 *
 * Sources: the calls in terraform-provider-aws, internal/service/iam;
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function deployerPolicies(scope: DeployerScope): PolicyDocument[] {
  return fitStatements(deployerGrants(scope), iamLimits.managedPolicySize);
}
