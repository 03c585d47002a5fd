import { isSamlEndpoint, type PartitionName, partitions } from "#core/aws";
import { adminCenterPage } from "./admin-center-pages";
import { entityId } from "./entity-id";
import { type EntraCloud } from "./entra-clouds";

/** An enterprise application, as far as it tells what is left to do by hand. */
export interface ConfiguredApplication {
  accountId: string;
  partition: PartitionName;
  cloud: EntraCloud;
  appId: string;
  servicePrincipalObjectId: string;
  /** Where the application lets responses be sent. */
  replyUrls: readonly string[];
  /** Whether a signing certificate is known, made by Graph or given. */
  hasCertificate: boolean;
}

/** Something that an administrator does by hand. */
export interface ManualStep {
  /** Where and what, as one or more sentences. */
  text: string;
  /** Whether nobody can sign in before it is done. */
  blocks: boolean;
}

/**
 * What no API does for an application, each as one sentence or two that say where and what; empty when nothing is left.
 *
 * Certificates outside the public cloud: https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate.
 * Reply URL: the gallery's template has that of partition aws, and azuread refuses redirect URIs for an application that
 * has one (recorded). The names of pages are the portal's own.
 */
export function manualSteps(application: ConfiguredApplication): ManualStep[] {
  const blocking = [...replyUrlSteps(application), ...certificateSteps(application)];
  return [
    ...blocking.map((text) => ({ text, blocks: true })),
    ...linkSteps(application).map((text) => ({ text, blocks: false })),
  ];
}

function replyUrlSteps({ accountId, partition, replyUrls, ...application }: ConfiguredApplication): string[] {
  if (replyUrls.some((url) => isSamlEndpoint(partition, url))) return [];
  const { samlEndpoint } = partitions[partition];
  return [
    `Set the reply URL (Assertion Consumer Service URL) to ${samlEndpoint}, in place of the gallery's, under Basic SAML Configuration of ${pageOf(application)}. Leave the identifier ${entityId(accountId, partition)} as it is.`,
  ];
}

function certificateSteps({ hasCertificate, cloud, ...application }: ConfiguredApplication): string[] {
  if (hasCertificate) return [];
  return [
    `Make a signing certificate and make it active, under SAML Certificates of ${pageOf({ cloud, ...application })}: Graph cannot make one in this cloud. Download it as Certificate (Base64), give its text in signingCertificates, and deploy again: what needs it is made then.`,
  ];
}

function linkSteps({ cloud, ...application }: ConfiguredApplication): string[] {
  if (cloud.launcherHost !== undefined) return [];
  return [
    `Tell people where to sign in: the User access URL under Properties of the application, beside ${pageOf({ cloud, ...application })}. It is known for the public cloud only.`,
  ];
}

function pageOf({
  cloud,
  appId: clientId,
  servicePrincipalObjectId: objectId,
}: Pick<ConfiguredApplication, "cloud" | "appId" | "servicePrincipalObjectId">): string {
  return adminCenterPage("singleSignOn", { objectId, clientId }, cloud.name);
}
