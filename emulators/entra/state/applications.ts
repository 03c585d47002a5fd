import { softDelete } from "./deleted-items";
import { refusal } from "./errors";
import { find, get, isSameId, take } from "./lookup";
import { createServicePrincipal, deleteServicePrincipal, mirrorApplication } from "./service-principals";
import { findTemplate } from "./templates";
import type { Application, ServicePrincipal, Tenant } from "./model";
import { timestamp, type Step } from "./step";

/**
 * POST /applicationTemplates/{id}/instantiate: an application and its service principal, as the gallery makes them.
 * https://learn.microsoft.com/graph/api/applicationtemplate-instantiate
 */
export function instantiateTemplate(
  tenant: Tenant,
  input: { templateId: string; displayName: string },
  step: Step,
): { application: Application; servicePrincipal: ServicePrincipal } {
  const template = findTemplate(input.templateId);
  if (!template) throw refusal("templateNotFound", { id: input.templateId });
  checkDisplayName(input.displayName);
  const application: Application = {
    id: step.newId(),
    appId: step.newId(),
    applicationTemplateId: template.id,
    createdDateTime: timestamp(step.now),
    displayName: input.displayName,
    description: null,
    notes: null,
    identifierUris: [],
    publisherDomain: tenant.domains[0] ?? "",
    signInAudience: "AzureADMyOrg",
    tags: [],
    appRoles: structuredClone([...template.appRoles]),
    web: { homePageUrl: template.homepage, logoutUrl: null, redirectUris: [...template.replyUrls] },
    publicClient: { redirectUris: [] },
    spa: { redirectUris: [] },
  };
  tenant.applications.push(application);
  const servicePrincipal = createServicePrincipal(tenant, application.appId, step);
  servicePrincipal.tags = [...template.tags];
  servicePrincipal.appRoleAssignmentRequired = template.appRoleAssignmentRequired;
  return { application, servicePrincipal };
}

export function getApplication(tenant: Tenant, id: string): Application {
  return get(tenant.applications, id);
}

export function findApplication(tenant: Tenant, id: string): Application | undefined {
  return find(tenant.applications, id);
}

export function findApplicationByClientId(tenant: Tenant, appId: string): Application | undefined {
  return tenant.applications.find((application) => isSameId(application.appId, appId));
}

export function renameApplication(tenant: Tenant, input: { id: string; displayName: string }): void {
  const application = getApplication(tenant, input.id);
  checkDisplayName(input.displayName);
  application.displayName = input.displayName;
  mirrorApplication(tenant, application);
}

/**
 * PATCH identifierUris. A URI on a foreign host is accepted only while the service principal is in SAML mode, and each
 * URI belongs to one application of the tenant, fragment included.
 */
export function setIdentifierUris(tenant: Tenant, input: { id: string; identifierUris: string[] }): void {
  const application = getApplication(tenant, input.id);
  for (const uri of input.identifierUris.filter((each) => !application.identifierUris.includes(each))) {
    if (!isSamlMode(tenant, application) && !isOnVerifiedDomain(tenant, application, uri)) {
      throw refusal("hostNameNotOnVerifiedDomain", { uri });
    }
    const holder = tenant.applications.find((other) => other !== application && other.identifierUris.includes(uri));
    if (holder) throw refusal("identifierUriTaken");
  }
  application.identifierUris = [...input.identifierUris];
  mirrorApplication(tenant, application);
}

/** What an administrator sets under “Basic SAML Configuration”: where responses may be sent. */
export function setRedirectUris(tenant: Tenant, input: { id: string; redirectUris: string[] }): void {
  const application = getApplication(tenant, input.id);
  application.web.redirectUris = [...input.redirectUris];
  mirrorApplication(tenant, application);
}

/** DELETE: takes the service principal with it; both go to the deleted items, and their names and URIs are free. */
export function deleteApplication(tenant: Tenant, id: string, step: Step): void {
  const application = getApplication(tenant, id);
  const servicePrincipal = tenant.servicePrincipals.find((each) => isSameId(each.appId, application.appId));
  if (servicePrincipal) deleteServicePrincipal(tenant, servicePrincipal.id, step);
  softDelete(tenant, { kind: "application", object: take(tenant.applications, application.id) }, step);
}

function isSamlMode(tenant: Tenant, application: Application): boolean {
  return tenant.servicePrincipals.some(
    (each) => isSameId(each.appId, application.appId) && each.preferredSingleSignOnMode === "saml",
  );
}

function isOnVerifiedDomain(tenant: Tenant, application: Application, uri: string): boolean {
  if (uri === `api://${application.appId}`) return true;
  const host = /^https:\/\/([^/?#]+)/i.exec(uri)?.[1]?.toLowerCase();
  return host !== undefined && tenant.domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function checkDisplayName(displayName: string): void {
  // https://learn.microsoft.com/graph/api/resources/application: at most 256 characters
  if (displayName === "" || displayName.length > 256) {
    throw refusal("invalidValue", { property: "displayName", resource: "Application" });
  }
}
