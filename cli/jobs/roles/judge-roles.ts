import { parseArn } from "#core/aws";
import { importability, type ImportObstacle } from "#core/aws/role-import";
import { appRoleValue, parseAppRoleValue } from "#core/entra";
import type { AccountRole } from "./account-roles";

/** How a role and its app role stand to each other. */
export type RoleState =
  /** It is an app role that can be assigned. */
  | "imported"
  /** The import takes it, and has not yet. */
  | "waiting"
  /** The import does not take it. */
  | "skipped"
  /** It was imported, and the import does not take it any more: its app role is disabled, or will be. */
  | "withdrawn"
  /** There is no such role in the account. */
  | "missing";

/** What came of one role, and what to do about it. */
export interface RoleVerdict {
  readonly arn: string;
  /** Its key in the stack's `roles`; nothing for a role that is not the stack's. */
  readonly key: string | undefined;
  readonly state: RoleState;
  /** Whether anybody is assigned to its app role. */
  readonly assigned: boolean;
  readonly appRoleId?: string;
  /** Why the import does not take it. */
  readonly reason?: ImportObstacle;
  readonly message?: string;
  readonly remedy?: string;
}

/** What is compared. */
export interface RoleFacts {
  /** Of the stack. */
  readonly planned: readonly { readonly key: string; readonly arn: string }[];
  readonly account: { readonly id: string; readonly roles: readonly AccountRole[] };
  readonly appRoles: readonly { readonly id: string; readonly value: string; readonly enabled: boolean }[];
  readonly assignedAppRoleIds: ReadonlySet<string>;
}

/**
 * Says of each role of the stack, of each other role of the account that people sign in to by SAML, and of each app role
 * whose role is gone, whether it was imported, and if not, why. In this order; the stack's as it names them.
 */
export function judgeRoles(facts: RoleFacts): RoleVerdict[] {
  const present = new Map(facts.account.roles.map((role) => [role.arn, role]));
  const planned = new Set(facts.planned.map(({ arn }) => arn));
  const others = facts.account.roles.filter((role) => !planned.has(role.arn) && isForSaml(role));
  const gone = new Set(facts.appRoles.map(({ value }) => roleOf(value)).filter((arn) => arn !== undefined));
  return [
    ...facts.planned.map(({ key, arn }) => judgeRole(facts, { key, arn, role: present.get(arn) })),
    ...others.map((role) => judgeRole(facts, { key: undefined, arn: role.arn, role })),
    ...[...gone]
      .filter((arn) => parseArn(arn)?.accountId === facts.account.id && !present.has(arn) && !planned.has(arn))
      .map((arn) => judgeRole(facts, { key: undefined, arn, role: undefined })),
  ];
}

function judgeRole(
  facts: RoleFacts,
  { key, arn, role }: { key: string | undefined; arn: string; role: AccountRole | undefined },
): RoleVerdict {
  const judged = role && importability(role);
  const value = judged?.importable === true ? appRoleValue(judged) : undefined;
  const appRole = facts.appRoles.find((each) =>
    value === undefined ? roleOf(each.value) === arn : each.value === value,
  );
  const common = {
    arn,
    key,
    assigned: appRole !== undefined && facts.assignedAppRoleIds.has(appRole.id),
    ...(appRole === undefined ? {} : { appRoleId: appRole.id }),
  };
  if (judged === undefined) return { ...common, state: "missing", ...missing(key, appRole?.enabled, common.assigned) };
  if (judged.importable) return { ...common, state: appRole?.enabled === true ? "imported" : "waiting" };
  const { reason, message, remedy } = judged;
  return { ...common, state: appRole === undefined ? "skipped" : "withdrawn", reason, message, remedy };
}

function missing(
  key: string | undefined,
  isEnabled: boolean | undefined,
  isAssigned: boolean,
): { message: string; remedy?: string } {
  if (key !== undefined) return { message: "the account has no such role", remedy: "run pulumi up, which makes it" };
  const left = isEnabled === true ? "which the next cycle disables" : "disabled";
  return { message: `an app role is left of it, ${left}`, ...(isAssigned ? { remedy: "remove its assignments" } : {}) };
}

/** Whether people sign in to the role by SAML at all: all other roles are none of the import's business. */
function isForSaml(role: AccountRole): boolean {
  const judged = importability(role);
  return judged.importable || !["no-saml-provider", "trust-policy-malformed"].includes(judged.reason);
}

function roleOf(value: string): string | undefined {
  return parseAppRoleValue(value)?.roleArn;
}
