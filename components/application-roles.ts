import { parseArn, parseIamResource } from "#core/aws";
import { parseAppRoleValue } from "#core/entra";
import { appRoleId } from "#core/naming";
import { error, shown, warning } from "#core/problems";
import { RoleMode } from "./role-mode";
import type { Problem } from "../core/problems";
import type { AccountRolePlan } from "./account-federation-sketch";

/** An app role as Entra has it. */
export interface FoundAppRole {
  id: string;
  /** Empty for a role that claims nothing. */
  value: string;
  enabled: boolean;
}

/** What the app roles of an application mean for a federation. */
export interface ApplicationRoles {
  /** Key in `roles` → id of the app role that the provisioning service has written; in declared mode none. */
  importedAppRoleIds: Record<string, string>;
  problems: Problem[];
}

/**
 * Finds the app roles of planned roles among those that an application has, and what speaks against the mode: an
 * application whose roles were written in the other one would lose its assignments. Pure.
 */
export function judgeApplicationRoles(
  plan: { accountId: string; mode: RoleMode; roles: readonly AccountRolePlan[] },
  found: readonly FoundAppRole[],
): ApplicationRoles {
  const declared = found.filter((role) => isDeclared(role, plan.accountId));
  const matches = plan.roles.flatMap(({ key, arn, role: { samlProviderArn } }) => {
    const appRole = found.find(({ value }) => means(value, arn, samlProviderArn));
    return appRole === undefined ? [] : [{ key, appRole }];
  });
  if (plan.mode === RoleMode.Imported) {
    if (declared.length > 0) return { importedAppRoleIds: {}, problems: [rolesDeclared(declared.length)] };
    return {
      importedAppRoleIds: Object.fromEntries(matches.map(({ key, appRole }) => [key, appRole.id])),
      problems: matches.filter(({ appRole }) => !appRole.enabled).map(({ key }) => roleDisabled(key)),
    };
  }
  const foreign = matches.filter(({ appRole }) => !declared.includes(appRole));
  return { importedAppRoleIds: {}, problems: foreign.length > 0 ? [rolesImported(foreign.map(({ key }) => key))] : [] };
}

/** Whether a program has written the app role: its id follows from account and role name. */
function isDeclared({ id, value }: FoundAppRole, accountId: string): boolean {
  const arn = parseArn(parseAppRoleValue(value)?.roleArn ?? "");
  const role = arn && parseIamResource(arn);
  return role !== undefined && id.toLowerCase() === appRoleId(accountId, role.name);
}

function means(value: string, roleArn: string, samlProviderArn: string): boolean {
  const pair = parseAppRoleValue(value);
  return pair?.roleArn === roleArn && pair.samlProviderArn === samlProviderArn;
}

function rolesDeclared(count: number): Problem {
  return error({
    code: "role-mode-switched",
    property: "roleMode",
    given: `"${RoleMode.Imported}", with ${count} declared app roles in the application`,
    expected: `"${RoleMode.Declared}": the next import cycle would disable them, and everybody would lose access`,
    remedy:
      `to change the mode, "pulumi destroy" this stack (or remove its assignments and app roles), then deploy with ` +
      `roleMode "${RoleMode.Imported}"; or deploy a second application beside it and move people over`,
  });
}

function rolesImported(keys: readonly string[]): Problem {
  return error({
    code: "role-mode-switched",
    property: "roleMode",
    given: `"${RoleMode.Declared}", with app roles in the application that no program has written: ${keys.map(shown).join(", ")}`,
    expected: `"${RoleMode.Imported}": Entra refuses a second app role with the same value, and a cycle of the import disables declared ones`,
    remedy:
      `to change the mode, remove the provisioning job of the application first, then its assignments, then disable and ` +
      `delete these app roles; or "pulumi destroy" this stack and deploy it anew with roleMode "${RoleMode.Declared}"`,
  });
}

function roleDisabled(key: string): Problem {
  return warning({
    code: "imported-app-role-disabled",
    property: `roles.${key}`,
    given: "an app role that is disabled",
    expected: "an enabled one: while it is disabled nobody gets the role; the assignment is kept",
    remedy:
      'see why with "entra-aws roles": the service disables what it no longer finds in the account, or no longer takes',
  });
}
