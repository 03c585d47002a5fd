import type { ActionTargets } from "#core/aws/permissions";
import { actionTargets } from "./action-targets";

const role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";

/** Roles that AWS keeps for itself: it refuses to change them, to pass them and to let anybody but the service in. */
const refusedRoles = ["arn:*:iam::*:role/aws-service-role/*", "arn:*:iam::*:role/aws-reserved/*"];

const targets: ReadonlyMap<string, ActionTargets> = new Map(
  Object.entries<readonly string[]>(actionTargets).map(([action, arns]) => [
    action,
    // Only a role can be used from another account.
    { arns, except: arns.includes(role) ? refusedRoles : [], crossAccount: action === "sts:AssumeRole" },
  ]),
);

const anything: ActionTargets = { arns: [] };

/** What an action of a method can act on. */
export function targetsOf(action: string): ActionTargets {
  return targets.get(action) ?? anything;
}
