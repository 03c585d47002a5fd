import { type Certificate, parseCertificate } from "#core/saml/certificates";
import { longestResponse } from "#core/saml/response";
import { descendantElements, hasName, namespaces, parseXml, textOf } from "#core/saml/xml";

const most = 10;

/** The certificates that a response brings along in KeyInfo: a hint who signed it, and never a proof. */
export function embeddedCertificates(xml: string): Certificate[] {
  if (Buffer.byteLength(xml) > longestResponse) return [];
  const parsed = parseXml(xml);
  if ("malformation" in parsed) return [];
  const elements = descendantElements(parsed.root).filter((element) =>
    hasName(element, namespaces.signature, "X509Certificate"),
  );
  const read = elements.slice(0, most).flatMap((element) => parseCertificate(textOf(element) ?? "") ?? []);
  return read.filter(({ base64 }, index) => read.findIndex((other) => other.base64 === base64) === index);
}
