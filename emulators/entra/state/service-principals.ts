import { softDelete } from "./deleted-items";
import { refusal } from "./errors";
import { find, get, isSameId, take } from "./lookup";
import type { Application, ServicePrincipal, Tenant } from "./model";
import { timestamp, type Step } from "./step";

/** What PATCH /servicePrincipals/{id} may change. */
export type ServicePrincipalSettings = Pick<
  ServicePrincipal,
  | "accountEnabled"
  | "alternativeNames"
  | "appRoleAssignmentRequired"
  | "description"
  | "loginUrl"
  | "notes"
  | "notificationEmailAddresses"
  | "preferredSingleSignOnMode"
  | "samlSingleSignOnSettings"
  | "tags"
>;

/** The part of a service principal that follows its application. */
function mirrored(application: Application) {
  return {
    displayName: application.displayName,
    homepage: application.web.homePageUrl,
    logoutUrl: application.web.logoutUrl,
    appRoles: structuredClone(application.appRoles),
    replyUrls: [...application.web.redirectUris],
    servicePrincipalNames: [application.appId, ...application.identifierUris],
    signInAudience: application.signInAudience,
  };
}

/** POST /servicePrincipals; the instantiation of a template does the same. */
export function createServicePrincipal(tenant: Tenant, appId: string, step: Step): ServicePrincipal {
  const application = tenant.applications.find((each) => isSameId(each.appId, appId));
  if (!application) throw refusal("noBackingApplication", { appId });
  const servicePrincipal: ServicePrincipal = {
    id: step.newId(),
    appId: application.appId,
    appOwnerOrganizationId: tenant.id,
    createdDateTime: timestamp(step.now),
    accountEnabled: true,
    alternativeNames: [],
    appRoleAssignmentRequired: false,
    description: null,
    loginUrl: null,
    notes: null,
    notificationEmailAddresses: [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    samlSingleSignOnSettings: null,
    servicePrincipalType: "Application",
    tags: [],
    claimsMappingPolicyId: null,
    keyCredentials: [],
    passwordCredentials: [],
    signingKeys: {},
    ...mirrored(application),
  };
  tenant.servicePrincipals.push(servicePrincipal);
  return servicePrincipal;
}

export function mirrorApplication(tenant: Tenant, application: Application): void {
  const servicePrincipal = findServicePrincipalByClientId(tenant, application.appId);
  if (servicePrincipal) Object.assign(servicePrincipal, mirrored(application));
}

export function getServicePrincipal(tenant: Tenant, id: string): ServicePrincipal {
  return get(tenant.servicePrincipals, id);
}

export function findServicePrincipal(tenant: Tenant, id: string): ServicePrincipal | undefined {
  return find(tenant.servicePrincipals, id);
}

export function findServicePrincipalByClientId(tenant: Tenant, appId: string): ServicePrincipal | undefined {
  return tenant.servicePrincipals.find((each) => isSameId(each.appId, appId));
}

export function updateServicePrincipal(
  tenant: Tenant,
  input: { id: string; settings: Partial<ServicePrincipalSettings> },
): ServicePrincipal {
  const servicePrincipal = getServicePrincipal(tenant, input.id);
  return Object.assign(servicePrincipal, structuredClone(input.settings));
}

/** DELETE: app-role assignments on it go with it. */
export function deleteServicePrincipal(tenant: Tenant, id: string, step: Step): void {
  const servicePrincipal = getServicePrincipal(tenant, id);
  if (tenant.switches.samlDeletionRefused && servicePrincipal.preferredSingleSignOnMode === "saml") {
    throw refusal("deletingSamlNotAllowed");
  }
  tenant.appRoleAssignments = tenant.appRoleAssignments.filter(
    (assignment) => assignment.resourceId !== servicePrincipal.id && assignment.principalId !== servicePrincipal.id,
  );
  const isOthers = (owned: { servicePrincipalId: string }) => owned.servicePrincipalId !== servicePrincipal.id;
  tenant.synchronizationJobs = tenant.synchronizationJobs.filter(isOthers);
  tenant.synchronizationSecrets = tenant.synchronizationSecrets.filter(isOthers);
  softDelete(tenant, { kind: "servicePrincipal", object: take(tenant.servicePrincipals, servicePrincipal.id) }, step);
}
