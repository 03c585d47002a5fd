import { graphAppId, graphPermissions } from "#core/entra";

import { findApplicationByClientId } from "../../state/applications";
import type { ServicePrincipal, Tenant, TenantClient } from "../../state/model";
import { appRoleOfPermission } from "../graph-app-roles";
import type { Entity } from "../route";

/** The object id of Microsoft Graph's own service principal in this tenant. */
export const graphServicePrincipalId = "6ca91e40-0000-4000-8000-000000000003";

/** The tenant of Microsoft's own applications. */
const microsoftTenantId = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

/**
 * Every service principal of the tenant: what was deployed, the client applications, and Microsoft Graph itself.
 * Shape: recorded, run recipe. Certificates are only shown where they are selected, private keys never.
 */
export function servicePrincipalEntities(tenant: Readonly<Tenant>): Entity[] {
  const permissions = new Set([...graphPermissions, ...clientsOf(tenant).flatMap((client) => client.permissions)]);
  const graphRoles = [...permissions].sort().map(appRoleOfPermission);
  return [
    ...tenant.servicePrincipals.map((each) => servicePrincipalEntity(tenant, each)),
    ...clientsOf(tenant).map((client) => ({
      ...builtIn(client.objectId, client.clientId, client.displayName),
      appOwnerOrganizationId: tenant.id,
    })),
    { ...builtIn(graphServicePrincipalId, graphAppId, "Microsoft Graph"), appRoles: graphRoles },
  ];
}

export function clientsOf(tenant: Readonly<Tenant>): readonly TenantClient[] {
  return [tenant.deployer, ...tenant.clients];
}

function servicePrincipalEntity(tenant: Readonly<Tenant>, servicePrincipal: ServicePrincipal): Entity {
  const { signingKeys: _private, claimsMappingPolicyId: _related, ...shown } = servicePrincipal;
  return {
    ...shown,
    deletedDateTime: null,
    appDisplayName: shown.displayName,
    appDescription: null,
    applicationTemplateId: findApplicationByClientId(tenant, shown.appId)?.applicationTemplateId ?? null,
    disabledByMicrosoftStatus: null,
    oauth2PermissionScopes: [],
    passwordCredentials: shown.passwordCredentials.map((each) => ({ ...each, hint: null, secretText: null })),
    tokenEncryptionKeyId: null,
  };
}

/** What Graph tells unless `keyCredentials` is selected: the credentials without their certificates. */
export function withoutCertificates(entity: Entity): Entity {
  const credentials = entity["keyCredentials"];
  if (!Array.isArray(credentials)) return entity;
  return { ...entity, keyCredentials: (credentials as Entity[]).map((each) => ({ ...each, key: null })) };
}

function builtIn(id: string, appId: string, displayName: string): Entity {
  return {
    id,
    appId,
    displayName,
    deletedDateTime: null,
    accountEnabled: true,
    alternativeNames: [],
    appDisplayName: displayName,
    appOwnerOrganizationId: microsoftTenantId,
    appRoleAssignmentRequired: false,
    appRoles: [],
    keyCredentials: [],
    notificationEmailAddresses: [],
    passwordCredentials: [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: [],
    servicePrincipalNames: [appId],
    servicePrincipalType: "Application",
    signInAudience: "AzureADMyOrg",
    tags: [],
  };
}
