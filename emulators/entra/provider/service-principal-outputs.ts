import { entraClouds, hideAppTag, metadataUrl } from "#core/entra";
import type { Outputs } from "#emulators/wire/pulumi-provider";

import type { AppRole, ServicePrincipal, Tenant } from "../state/model";

/** What azuread tells of a service principal, by the resource and by the lookup. */
export function servicePrincipalOutputs(tenant: Readonly<Tenant>, servicePrincipal: ServicePrincipal): Outputs {
  return {
    ...appRoleOutputs(servicePrincipal.appRoles),
    ...tagOutputs(servicePrincipal.tags),
    applicationTenantId: servicePrincipal.appOwnerOrganizationId,
    displayName: servicePrincipal.displayName,
    homepageUrl: servicePrincipal.homepage ?? "",
    logoutUrl: servicePrincipal.logoutUrl ?? "",
    oauth2PermissionScopeIds: {},
    oauth2PermissionScopes: [],
    objectId: servicePrincipal.id,
    redirectUris: servicePrincipal.replyUrls,
    samlMetadataUrl: metadataUrl({ tenantId: tenant.id, appId: servicePrincipal.appId }, entraClouds[tenant.cloud]),
    servicePrincipalNames: servicePrincipal.servicePrincipalNames,
    signInAudience: servicePrincipal.signInAudience,
    tags: servicePrincipal.tags,
    type: servicePrincipal.servicePrincipalType,
  };
}

export function appRoleOutputs(roles: readonly AppRole[]): Outputs {
  const valued = roles.filter((role) => role.value !== null);
  return {
    appRoleIds: Object.fromEntries(valued.map((role) => [role.value ?? "", role.id])),
    appRoles: roles.map(({ allowedMemberTypes, description, displayName, id, isEnabled, value }) => ({
      allowedMemberTypes,
      description,
      displayName,
      enabled: isEnabled,
      id,
      value: value ?? "",
    })),
  };
}

/** The tags that the portal and azuread have a name for. Source: azuread documentation, feature_tags. */
const featureTags = {
  customSingleSignOn: "WindowsAzureActiveDirectoryCustomSingleSignOnApplication",
  enterprise: "WindowsAzureActiveDirectoryIntegratedApp",
  gallery: "WindowsAzureActiveDirectoryGalleryApplicationNonPrimaryV1",
  hide: hideAppTag,
};

export function tagOutputs(tags: readonly string[]): Outputs {
  const has = (tag: keyof typeof featureTags) => tags.includes(featureTags[tag]);
  return {
    featureTags: [
      {
        customSingleSignOn: has("customSingleSignOn"),
        enterprise: has("enterprise"),
        gallery: has("gallery"),
        hide: has("hide"),
      },
    ],
    features: [
      {
        customSingleSignOnApp: has("customSingleSignOn"),
        enterpriseApplication: has("enterprise"),
        galleryApplication: has("gallery"),
        visibleToUsers: !has("hide"),
      },
    ],
  };
}
