import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import type { ServicePrincipal } from "../state/model";
import type { TenantCloud } from "./cloud";
import { getServicePrincipalSchema } from "./generated/schema";
import { lookupBy, type LookupKey } from "./lookup-by";
import { formatId } from "./resource-id";
import { servicePrincipalOutputs } from "./service-principal-outputs";

const keys: readonly LookupKey<ServicePrincipal>[] = [
  { argument: "objectId", label: "object ID", matches: ({ id }, wanted) => isSameId(id, wanted) },
  { argument: "clientId", label: "client ID", matches: ({ appId }, wanted) => isSameId(appId, wanted) },
  { argument: "displayName", label: "display name", matches: (each, wanted) => each.displayName === wanted },
];

export const getServicePrincipal: InvokeFace<TenantCloud> = {
  schema: getServicePrincipalSchema,
  modelled: keys.map(({ argument }) => argument),
  invoke(cloud, args) {
    const tenant = cloud.read();
    const found = lookupBy("Service principal", tenant.servicePrincipals, keys, args);
    return {
      ...servicePrincipalOutputs(tenant, found),
      accountEnabled: found.accountEnabled,
      alternativeNames: found.alternativeNames,
      appRoleAssignmentRequired: found.appRoleAssignmentRequired,
      clientId: found.appId,
      description: found.description ?? "",
      id: formatId("servicePrincipal", { servicePrincipalId: found.id }),
      loginUrl: found.loginUrl ?? "",
      notes: found.notes ?? "",
      notificationEmailAddresses: found.notificationEmailAddresses,
      preferredSingleSignOnMode: found.preferredSingleSignOnMode ?? "",
      samlSingleSignOns: [{ relayState: found.samlSingleSignOnSettings?.relayState ?? "" }],
    };
  },
};
