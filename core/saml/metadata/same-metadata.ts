import { type Endpoint } from "./metadata";
import { parseMetadata } from "./parse-metadata";

/**
 * What a document means, as one text: entity id, the set of signing certificates, the set of endpoints.
 *
 * Document id, signature, dates, order, white space and prefixes are gone, since Entra changes some of them on every
 * download. A document that cannot be read stands for itself.
 */
export function canonicalMetadata(xml: string): string {
  const parsed = parseMetadata(xml);
  if ("problems" in parsed) return xml;
  const { entityId, certificates, singleSignOn, singleLogout } = parsed.metadata;
  return JSON.stringify({
    entityId,
    certificates: [...certificates].sort(),
    singleSignOn: sorted(singleSignOn),
    singleLogout: sorted(singleLogout),
  });
}

/** Whether two documents describe the same identity provider with the same certificates and endpoints. */
export function sameMetadata(a: string, b: string): boolean {
  return canonicalMetadata(a) === canonicalMetadata(b);
}

function sorted(endpoints: readonly Endpoint[]): string[] {
  return [...new Set(endpoints.map(({ binding, location }) => `${binding} ${location}`))].sort();
}
