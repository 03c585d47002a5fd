import { deployerGraphPermissions, type GraphPermission, graphPermissionIds } from "#core/entra";
import type { PolicyDocument } from "#core/aws/policy";
import { deployerFeatures } from "./deployer-features";
import { deployerPolicies } from "./deployer-policies";
import { readPlan, type StackToRead } from "./read-plan";

/** The least that the deployer of one stack needs. */
export interface StackPermissions {
  readonly stack: string;
  readonly accountId: string;
  /** Each is one policy; together they are needed. */
  readonly iamPolicies: readonly PolicyDocument[];
  /** Application permissions of Graph, with the ids of their app roles. */
  readonly graphPermissions: readonly { readonly name: GraphPermission; readonly appRoleId: string }[];
}

/** Reads the stack's config and works out what its deployer needs; no cloud is asked. @throws UnreadableConfig, EngineRefused */
export async function stackPermissions(
  options: StackToRead,
  progress: (text: string) => void,
): Promise<StackPermissions> {
  const { plan } = await readPlan(options, progress);
  return {
    stack: plan.stack,
    accountId: plan.accountId,
    iamPolicies: deployerPolicies(plan),
    graphPermissions: deployerGraphPermissions(deployerFeatures(plan)).map((name) => ({
      name,
      appRoleId: graphPermissionIds[name],
    })),
  };
}
