import { createHash } from "node:crypto";
import { iamLimits } from "#core/aws";
import { type EntraCloud, entraClouds, issuer, samlSignOnUrl } from "#core/entra";
import { parseCertificate } from "#core/saml/certificates";
import { escapeAttribute, namespaces } from "#core/saml/xml";
import { bindings } from "./metadata";

export interface MetadataSource {
  tenantId: string;
  /** The application's signing certificates as base64 DER or PEM, in the order in which they shall stand. */
  certificates: readonly string[];
  /** @default the public cloud */
  cloud?: EntraCloud;
}

/**
 * The metadata of a tenant as the SAML identity provider of one application.
 *
 * The same input always gives the same text: no clock, no random number, not signed (nobody who reads it demands that).
 * A certificate that is given twice stands once.
 *
 * @throws RangeError when there is no certificate, one that cannot be read, or more than AWS takes.
 * Source: OASIS saml-metadata-2.0-os; https://learn.microsoft.com/entra/identity-platform/federation-metadata.
 */
export function buildMetadata({ tenantId, certificates, cloud = entraClouds.public }: MetadataSource): string {
  const entityId = issuer(tenantId, cloud);
  const keys = readAll(certificates);
  const location = escapeAttribute(samlSignOnUrl(tenantId, cloud));
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<EntityDescriptor ID="${documentId(entityId, keys)}" entityID="${escapeAttribute(entityId)}" xmlns="${namespaces.metadata}">`,
    `<IDPSSODescriptor protocolSupportEnumeration="${namespaces.protocol}">`,
    ...keys.map(keyDescriptor),
    `<SingleLogoutService Binding="${bindings.redirect}" Location="${location}" />`,
    `<SingleSignOnService Binding="${bindings.redirect}" Location="${location}" />`,
    `<SingleSignOnService Binding="${bindings.post}" Location="${location}" />`,
    `</IDPSSODescriptor>`,
    `</EntityDescriptor>`,
  ].join("");
}

function readAll(certificates: readonly string[]): string[] {
  const read = certificates.map((text, index) => {
    const certificate = parseCertificate(text);
    if (certificate === undefined) throw new RangeError(`certificates[${index}] is no X.509 certificate`);
    return certificate.base64;
  });
  const distinct = [...new Set(read)];
  if (distinct.length === 0 || distinct.length > iamLimits.samlProviderKeys) {
    throw new RangeError(
      `metadata holds 1 to ${iamLimits.samlProviderKeys} signing certificates, given were ${distinct.length}`,
    );
  }
  return distinct;
}

function keyDescriptor(certificate: string): string {
  return [
    `<KeyDescriptor use="signing"><KeyInfo xmlns="${namespaces.signature}"><X509Data>`,
    `<X509Certificate>${certificate}</X509Certificate>`,
    `</X509Data></KeyInfo></KeyDescriptor>`,
  ].join("");
}

function documentId(entityId: string, keys: readonly string[]): string {
  const digest = createHash("sha256")
    .update([entityId, ...keys].join("\n"))
    .digest("hex");
  return `_${digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}
