import { type EntraCloud, entraClouds, publicLauncherHost } from "./entra-clouds";

/**
 * The issuer of a tenant's SAML responses and the entity id of its metadata. Entra writes the tenant's id in lower case,
 * however it was typed, and AWS compares the issuer letter by letter.
 */
export function issuer(tenantId: string, cloud: EntraCloud = entraClouds.public): string {
  return `https://${cloud.issuerHost}/${tenantId.toLowerCase()}/`;
}

/** Where a tenant's SAML sign-in and sign-out live. */
export function samlSignOnUrl(tenantId: string, cloud: EntraCloud = entraClouds.public): string {
  return `https://${cloud.loginHost}/${tenantId.toLowerCase()}/saml2`;
}

/** Where Entra publishes an application's metadata; it lags a new certificate by minutes. Source: Graph documentation. */
export function metadataUrl(
  application: { tenantId: string; appId: string },
  cloud: EntraCloud = entraClouds.public,
): string {
  const { tenantId, appId } = application;
  return `https://${cloud.loginHost}/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${appId}`;
}

/** Signs a person in and opens the AWS console; only the public cloud has a launcher that is known. */
export function signInUrl(
  application: { appId: string; tenantId: string },
  launcherHost: string = publicLauncherHost,
): string {
  return `https://${launcherHost}/api/signin/${application.appId}?tenantId=${application.tenantId}`;
}
