import { iamLimits } from "#core/aws";
import { entraClouds, issuer } from "#core/entra";
import { buildMetadata, canonicalMetadata, parseMetadata } from "#core/saml/metadata";

/**
 * The document that AWS gets for the one that was given. Two downloads of Entra's metadata differ in id and signature and
 * say the same: for all that say the same, this is the one text that `buildMetadata` makes, so that the engine, which
 * compares texts, sees a change only when issuer, certificates (or their order, which AWS may mind) or endpoints change.
 * Documents that Entra cannot have
 * made, or with an end of validity, are handed on as they are.
 */
export function entraMetadata(xml: string): string {
  const parsed = parseMetadata(xml);
  if ("problems" in parsed || parsed.metadata.validUntil !== undefined) return xml;
  const { entityId, certificates } = parsed.metadata;
  const [tenantId] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(entityId) ?? [];
  if (tenantId === undefined || certificates.length > iamLimits.samlProviderKeys) return xml;
  const meaning = canonicalMetadata(xml);
  const built = Object.values(entraClouds)
    .filter((cloud) => issuer(tenantId, cloud) === entityId)
    .map((cloud) => buildMetadata({ tenantId, certificates, cloud }));
  return built.find((document) => canonicalMetadata(document) === meaning) ?? xml;
}
