import { error } from "#core/problems";
import { planAccountFederation } from "./account-federation-plan";
import { importUnderWay, isDeclared, judgeApplicationRoles } from "./application-roles";
import { holderInStack } from "../held-by-stack";
import { type FoundAppRoles, lookUpAppRoles } from "./look-up-app-roles";
import { isPlain, refuse, warn } from "../refusal";
import { RoleMode } from "./role-mode";
import { roleModeOf } from "./role-mode-checks";
import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

/**
 * Looks up which app roles of a federation Entra's provisioning service has written: key in `roles` → id, for
 * `importedAppRoleIds` of an `AccountFederation` with the same arguments. An application that is not there yet has none.
 * Reads only, and before anything is registered: a mode that does not fit the app roles that are there, or an import that
 * the stack has started, is refused, in declared mode as well.
 *
 * @param opts Which provider to ask: the one that the `AccountFederation` gets. @default the default one
 * @throws InvalidArguments with every problem of the federation, or `role-mode-switched`.
 */
export async function importedAppRoleIds(
  args: AccountFederationArgs,
  opts?: pulumi.InvokeOptions,
): Promise<Record<string, string>> {
  const { account, existingApplicationObjectId: objectId } = args;
  const mode = roleModeOf(args);
  const { roles } = planAccountFederation(account.name, { ...args, importedAppRoleIds: undefined }, new Date());
  if (objectId !== undefined && !isPlain(objectId)) refuse("AccountFederation", account.name, [objectIdUnknown]);
  const found = await lookUpAppRoles(account, isPlain(objectId) ? objectId : undefined, opts);
  const { written, problems } = judgeApplicationRoles({ accountId: account.id, mode, roles }, found?.appRoles ?? []);
  const warnings = refuse("AccountFederation", account.name, problems);
  // In the other mode the federation looks as well, and says it.
  if (mode === RoleMode.Imported) return written;
  warn("AccountFederation", account.name, warnings);
  if (found !== undefined) refuse("AccountFederation", account.name, await importProblems(found, account.id));
  return {};
}

/** Before its first cycle an import has left nothing in Entra that azuread looks up: only the stack knows of its job. */
async function importProblems(found: FoundAppRoles, accountId: string): Promise<Problem[]> {
  if (found.appRoles.some((role) => isDeclared(role, accountId))) return [];
  const job = await holderInStack("importJob", found.servicePrincipalId);
  return job === undefined ? [] : [importUnderWay(job)];
}

const objectIdUnknown = error({
  code: "existing-application-unknown",
  property: "existingApplicationObjectId",
  given: "an output",
  expected: "text: what is imported is looked up before anything is registered",
});
