import { getApplication } from "@pulumi/azuread/getApplication";
import { getServicePrincipal } from "@pulumi/azuread/getServicePrincipal";
import { entityId } from "#core/entra";
import { partitionOf } from "./account-checks";
import { planAccountFederation } from "./account-federation-plan";
import { type FoundAppRole, judgeApplicationRoles } from "./application-roles";
import { isPlain, refuse, warn } from "./refusal";
import { roleModeOf } from "./role-mode-checks";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountFederationArgs } from "./account-federation-args";

/**
 * Looks up which app roles of a federation Entra's provisioning service has written: key in `roles` → id, for
 * `importedAppRoleIds` of an `AccountFederation` with the same arguments. An application that is not there yet has none.
 * Reads only, and before anything is registered: a mode that does not fit the app roles that are there is refused, in
 * declared mode as well, and an app role that is disabled is warned about.
 *
 * @param opts Which provider to ask; the default one unless given.
 * @throws InvalidArguments with every problem of the federation, or `role-mode-switched`.
 */
export async function importedAppRoleIds(
  args: AccountFederationArgs,
  opts?: pulumi.InvokeOptions,
): Promise<Record<string, string>> {
  const { roles } = planAccountFederation("importedAppRoleIds", { ...args, importedAppRoleIds: undefined }, new Date());
  const found = await findAppRoles(args, opts);
  const plan = { accountId: args.account.id, mode: roleModeOf(args), roles };
  const { importedAppRoleIds: ids, problems } = judgeApplicationRoles(plan, found);
  warn("AccountFederation", args.account.name, refuse("AccountFederation", args.account.name, problems));
  return ids;
}

/** The import writes into the service principal; by its identifier URI the application is found whatever it is called. */
async function findAppRoles(args: AccountFederationArgs, opts?: pulumi.InvokeOptions): Promise<FoundAppRole[]> {
  const { account, existingApplicationObjectId: objectId } = args;
  const key = isPlain(objectId) ? { objectId } : { identifierUri: entityId(account.id, partitionOf(account)) };
  const application = await getApplication(key, opts).catch(noApplication);
  if (application === undefined) return [];
  const { appRoles } = await getServicePrincipal({ clientId: application.clientId }, opts);
  return appRoles.map(({ id, value, enabled }) => ({ id, value, enabled }));
}

/**
 * azuread has no lookup that may find nothing, so its text has to tell. Any other failure stays one: taken for a missing
 * application it would remove every assignment.
 * Source: internal/services/applications/application_data_source.go
 */
function noApplication(reason: unknown): undefined {
  const text = reason instanceof Error ? reason.message : String(reason);
  if (/\bapplication(s| with identifier URI .*)? (was )?not found\b|\bno applications found\b/i.test(text))
    return undefined;
  throw reason;
}
