import { hideAppTag } from "#core/entra";

import type { Tenant, User } from "../state/model";
import { applicationAccess } from "./access";

/** A tile of a person's My Apps page. */
export interface MyAppsTile {
  appId: string;
  displayName: string;
}

// Without it, or a homepage, the portal does not count a service principal among enterprise applications.
const enterpriseTag = "WindowsAzureActiveDirectoryIntegratedApp";

/** The applications that a person is assigned to, but for those that are disabled or tagged as hidden. */
export function myApps(tenant: Readonly<Tenant>, user: User): MyAppsTile[] {
  return tenant.servicePrincipals
    .filter(({ accountEnabled, tags }) => accountEnabled && tags.includes(enterpriseTag) && !tags.includes(hideAppTag))
    .filter((servicePrincipal) => applicationAccess(tenant, user, servicePrincipal).isAssigned)
    .map(({ appId, displayName }) => ({ appId, displayName }));
}
