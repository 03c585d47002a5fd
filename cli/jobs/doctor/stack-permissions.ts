import { parseArn } from "#core/aws";
import { deployerGraphPermissions, type GraphPermission, graphPermissionIds } from "#core/entra";
import type { PolicyDocument } from "#core/aws/policy";
import { deployerFeatures } from "./deployer-features";
import { deployerPolicies } from "./deployer-policies";
import { doctorGraphPermissions, doctorPolicy } from "./doctor-permissions";
import type { PlannedAccount } from "./planned-account";
import { readPlan, type StackToRead } from "./read-plan";
import { assumeRolesOf } from "./stack-aws";

/** An application permission of Graph, with the id of its app role. */
export interface NamedPermission {
  readonly name: GraphPermission;
  readonly appRoleId: string;
}

/** The least that the deployer of one stack needs, and apart from it what the doctor reads besides. */
export interface StackPermissions {
  readonly stack: string;
  readonly accountId: string;
  /** Each is one policy; together they are needed. */
  readonly iamPolicies: readonly PolicyDocument[];
  readonly graphPermissions: readonly NamedPermission[];
  /** Reads only. No deployment needs them; without them some of the doctor's answers are unknown. */
  readonly doctor: { readonly iamPolicy: PolicyDocument; readonly graphPermissions: readonly NamedPermission[] };
}

/** Reads the stack's config and works out what its deployer needs; no cloud is asked. @throws UnreadableConfig, EngineRefused */
export async function stackPermissions(
  options: StackToRead,
  progress: (text: string) => void,
): Promise<StackPermissions> {
  const { plan, settings } = await readPlan(options, progress);
  return {
    stack: plan.stack,
    accountId: plan.accountId,
    iamPolicies: deployerPolicies(plan),
    graphPermissions: deployerGraphPermissions(deployerFeatures(plan)).map(withId),
    doctor: {
      iamPolicy: doctorPolicy(plan, deployerRole(plan, settings.config)),
      graphPermissions: doctorGraphPermissions(plan).map(withId),
    },
  };
}

function withId(name: GraphPermission): NamedPermission {
  return { name, appRoleId: graphPermissionIds[name] };
}

/** The role of the account by which the stack's provider works, where its config names one. */
function deployerRole({ accountId }: PlannedAccount, config: Readonly<Record<string, unknown>>): string | undefined {
  const arn = assumeRolesOf(config["aws:assumeRoles"]).at(-1)?.roleArn;
  return arn !== undefined && parseArn(arn)?.accountId === accountId ? arn : undefined;
}
