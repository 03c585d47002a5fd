import { parseArn, parseIamResource } from "#core/aws";
import { parseAppRoleValue } from "#core/entra";
import { appRoleId } from "#core/naming";
import { error, shown, warning } from "#core/problems";
import { RoleMode } from "./role-mode";
import type { Problem } from "../../core/problems";
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
  written: Record<string, string>;
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
  const disabled = matches.filter(({ appRole }) => !appRole.enabled).map(({ key }) => key);
  if (plan.mode === RoleMode.Imported) {
    if (declared.length > 0) return { written: {}, problems: [rolesDeclared(declared.length)] };
    return {
      written: Object.fromEntries(matches.map(({ key, appRole }) => [key, appRole.id])),
      problems: disabled.map(importedDisabled),
    };
  }
  const foreign = matches.filter(({ appRole }) => !declared.includes(appRole)).map(({ key }) => key);
  if (foreign.length > 0) return { written: {}, problems: [rolesImported(foreign)] };
  return { written: {}, problems: disabled.map(declaredDisabled) };
}

/**
 * What is wrong with ids that somebody has given for imported roles: the app role of another role would let people into
 * that one. Pure.
 */
export function importedIdProblems(
  roles: readonly AccountRolePlan[],
  written: Readonly<Record<string, string>>,
): Problem[] {
  return roles.flatMap(({ key, appRole: { importedId } }) => {
    const property = `importedAppRoleIds.${key}`;
    const right = Object.hasOwn(written, key) ? written[key] : undefined;
    if (importedId === undefined) return right === undefined ? [] : [idNotGiven(property, right)];
    if (importedId.toLowerCase() === right?.toLowerCase()) return [];
    const expected =
      right === undefined ? "none: the provisioning service has not written this role yet" : shown(right);
    return [error({ code: "imported-app-role-other", property, given: shown(importedId), expected })];
  });
}

function idNotGiven(property: string, id: string): Problem {
  return warning({
    code: "imported-app-role-not-given",
    property,
    given: "nothing, so that nobody can take the role",
    expected: `${shown(id)}, the app role that the provisioning service has written`,
    remedy: "give it, or what importedAppRoleIds() finds",
  });
}

/** What is wrong with declaring roles that this stack has set out to import: the job would disable them. */
export function importUnderWay(urn: string): Problem {
  return error({
    code: "role-mode-switched",
    property: "roleMode",
    given: `"${RoleMode.Declared}", with an import that this stack has started: ${urn}`,
    expected: `"${RoleMode.Imported}": its first cycle may run now, and would disable app roles that are declared beside it`,
    remedy: `to change the mode, "pulumi destroy" this stack, or that job alone by --target, then deploy with roleMode "${RoleMode.Declared}"`,
  });
}

/** Whether a program has written the app role: its id follows from account and role name. */
export function isDeclared({ id, value }: FoundAppRole, accountId: string): boolean {
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
    remedy: `to change the mode, "pulumi destroy" this stack (or remove its assignments and app roles), then deploy with roleMode "${RoleMode.Imported}"`,
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

function importedDisabled(key: string): Problem {
  return warning({
    code: "imported-app-role-disabled",
    property: `roles.${key}`,
    given: "an app role that is disabled",
    expected:
      "an enabled one: a disabled one can be assigned to nobody anew; the assignment is kept, and it is reported both ways whether it still admits",
    remedy:
      'see why with "entra-aws roles": the service disables what it no longer finds in the account, or no longer takes',
  });
}

function declaredDisabled(key: string): Problem {
  return warning({
    code: "declared-app-role-disabled",
    property: `roles.${key}`,
    given: "an app role that is disabled",
    expected: "an enabled one: a disabled one can be assigned to nobody anew",
    remedy:
      "see whether a provisioning job runs for this application, which disables what it has not written, and stop it; then enable the app role",
  });
}
