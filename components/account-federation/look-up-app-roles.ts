import { getApplication } from "@pulumi/azuread/getApplication";
import { getServicePrincipal } from "@pulumi/azuread/getServicePrincipal";
import { entityId } from "#core/entra";
import { partitionOf } from "../account-checks";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "../account";
import type { FoundAppRole } from "./application-roles";

/** The service principal of a federation, as far as app roles go. */
export interface FoundAppRoles {
  servicePrincipalId: string;
  appRoles: FoundAppRole[];
}

/**
 * Reads the app roles of an account's application, which the import writes into its service principal; `undefined` where
 * there is no such application. One that is there already is found by its object id, any other by its identifier URI,
 * whatever it is called. Reads only.
 */
export async function lookUpAppRoles(
  account: AccountArgs,
  objectId: string | undefined,
  opts?: pulumi.InvokeOptions,
): Promise<FoundAppRoles | undefined> {
  const application =
    objectId === undefined
      ? await getApplication({ identifierUri: entityId(account.id, partitionOf(account)) }, opts).catch(noApplication)
      : await getApplication({ objectId }, opts);
  if (application === undefined) return undefined;
  const { id, appRoles } = await getServicePrincipal({ clientId: application.clientId }, opts);
  return { servicePrincipalId: id, appRoles: appRoles.map(({ id, value, enabled }) => ({ id, value, enabled })) };
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
