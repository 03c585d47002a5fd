import { partitions } from "#core/aws";
import { importability } from "#core/aws/role-import";
import { objectIdProblems } from "#core/entra";
import { didYouMean, error, shown } from "#core/problems";
import { partitionOf } from "../account-checks";
import { RoleMode } from "./role-mode";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

/** The mode of a federation's roles, with its default. */
export function roleModeOf({ roleMode }: Pick<AccountFederationArgs, "roleMode">): RoleMode {
  return roleMode ?? RoleMode.Declared;
}

/** What is wrong with the mode of the roles, and with the app roles that are said to be imported. */
export function roleModeProblems(args: AccountFederationArgs): Problem[] {
  return [...modeProblems(args), ...importedIdsProblems(args)];
}

function modeProblems({ roleMode, account }: AccountFederationArgs): Problem[] {
  const modes: string[] = Object.values(RoleMode);
  if (roleMode === undefined) return [];
  if (!modes.includes(roleMode)) {
    const expected = `one of ${modes.join(", ")}`;
    return [error({ code: "role-mode-unknown", property: "roleMode", given: shown(roleMode), expected })];
  }
  const partition = partitionOf(account);
  // A partition that nobody knows is a problem of its own.
  if (roleMode !== RoleMode.Imported || !Object.hasOwn(partitions, partition)) return [];
  if (partitions[partition].supportsRoleImport) return [];
  return [
    error({
      code: "role-import-not-in-partition",
      property: "roleMode",
      given: `${shown(roleMode)} in partition ${partition}`,
      expected: `"${RoleMode.Declared}": Entra's provisioning service imports no roles from this partition`,
    }),
  ];
}

function importedIdsProblems(args: AccountFederationArgs): Problem[] {
  const ids = Object.entries(args.importedAppRoleIds ?? {});
  const property = "importedAppRoleIds";
  if (ids.length === 0) return [];
  if (roleModeOf(args) !== RoleMode.Imported) {
    const given = `${ids.length} in mode ${shown(roleModeOf(args))}`;
    const expected = `none: app roles of imported roles belong to roleMode "${RoleMode.Imported}"`;
    return [error({ code: "imported-app-roles-without-import", property, given, expected })];
  }
  const roles = Object.keys(args.roles);
  return ids.flatMap(([key, id]) => [
    ...(Object.hasOwn(args.roles, key) ? [] : [strayId(key, roles)]),
    ...objectIdProblems(id, `${property}.${key}`),
  ]);
}

function strayId(key: string, roles: readonly string[]): Problem {
  return error({
    code: "imported-app-role-unknown",
    property: `importedAppRoleIds.${key}`,
    given: shown(key),
    expected: `one of the roles: ${roles.map(shown).join(", ")}`,
    remedy: didYouMean(key, roles),
  });
}

/** The problems as the mode sees them: what the import would skip is no mere warning where roles are imported. */
export function asImported(args: AccountFederationArgs, problems: readonly Problem[]): Problem[] {
  if (roleModeOf(args) !== RoleMode.Imported) return [...problems];
  return problems.map((problem) => (skipped.has(problem.code) ? { ...problem, severity: "error" } : problem));
}

/** Codes of warnings about what Entra's provisioning service leaves out. */
const skipped: ReadonlySet<string> = new Set(["app-role-value-not-importable"]);

/** Why Entra's provisioning service would leave out a role that is there already; nothing where roles are declared. */
export function existingRoleImportProblems(
  args: Pick<AccountFederationArgs, "roleMode">,
  role: { arn: string; trustPolicy: string },
  property: string,
): Problem[] {
  if (roleModeOf(args) !== RoleMode.Imported) return [];
  const judged = importability(role);
  if (judged.importable) return [];
  const given = `${shown(role.arn)}, which the import leaves out: ${judged.message}`;
  const expected = "a role that Entra's provisioning service imports";
  return [error({ code: "existing-role-not-importable", property, given, expected, remedy: judged.remedy })];
}
