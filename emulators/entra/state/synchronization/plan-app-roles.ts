import { entraLimits, parseAppRoleValue } from "#core/entra";

import type { Application, AppRole } from "../model";

/** What an import cycle makes of an application's app roles. */
export interface AppRolePlan {
  readonly appRoles: readonly AppRole[];
  /** How many are new, enabled again or disabled. */
  readonly changes: number;
  /** Values that found no room: app roles are never removed by the import, and disabled ones count. */
  readonly withoutRoom: readonly string[];
}

/**
 * An app role for each value that the import found, by its value; every other one that has a value is disabled, whoever
 * declared it. `msiam_access`, which has none, stays.
 *
 * A role declared by hand with the very value of an imported one counts as that one [?].
 * Reported: MicrosoftDocs/azure-docs#23162, #23165, #59023.
 */
export function planAppRoles(application: Application, values: readonly string[], newId: () => string): AppRolePlan {
  const wanted = new Set(values);
  const kept = application.appRoles.map((role): AppRole =>
    role.value === null ? role : { ...role, isEnabled: wanted.has(role.value) },
  );
  const held = new Set(kept.map(({ value }) => value));
  const missing = [...wanted].filter((value) => !held.has(value));
  const room = Math.max(0, roomFor(application));
  const added = missing.slice(0, room).map((value) => importedRole(value, newId()));
  const switched = kept.filter((role, index) => role.isEnabled !== application.appRoles[index]?.isEnabled);
  return {
    appRoles: [...kept, ...added],
    changes: added.length + switched.length,
    withoutRoom: missing.slice(room),
  };
}

/** How many app roles may still be added, by the limit of app roles and by that of the whole manifest. */
function roomFor({ appRoles, identifierUris, web, publicClient, spa, tags }: Application): number {
  const others = [identifierUris, web.redirectUris, publicClient.redirectUris, spa.redirectUris, tags];
  const entries = others.reduce((sum, list) => sum + list.length, appRoles.length);
  return Math.min(entraLimits.appRolesAndScopes - appRoles.length, entraLimits.manifestEntries - entries);
}

function importedRole(value: string, id: string): AppRole {
  const displayName = displayNameOf(value);
  return {
    id,
    allowedMemberTypes: ["User"],
    displayName,
    description: displayName,
    isEnabled: true,
    value,
    origin: "Application",
  };
}

/** `<Role>,<Provider>`. Source: Microsoft's tutorial for AWS Single-Account Access. */
function displayNameOf(value: string): string {
  const arns = parseAppRoleValue(value);
  if (arns === undefined) return value;
  return [arns.roleArn, arns.samlProviderArn].map((arn) => arn.slice(arn.lastIndexOf("/") + 1)).join(",");
}
