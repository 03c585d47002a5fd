import { iamLimits } from "#core/aws";
import { error, type Problem, shown, under, warning } from "#core/problems";
import { parseCertificate } from "#core/saml/certificates";
import { type Metadata } from "./metadata";
import { parseMetadata } from "./parse-metadata";

const { min, max } = iamLimits.samlMetadata;

/**
 * Everything that keeps a document from being the metadata of an AWS SAML provider.
 *
 * Past `validUntil` is an error; a certificate past its own date is a warning, since AWS goes on taking it.
 *
 * @param property where the document was given, such as `metadata.xml`
 */
export function metadataProblems(xml: string, now: Date, property: string): Problem[] {
  const parsed = parseMetadata(xml);
  if ("problems" in parsed) return under(property, parsed.problems);
  return under(property, [
    ...sizeProblems(xml),
    ...validUntilProblems(parsed.metadata, now),
    ...parsed.metadata.certificates.flatMap((certificate) => certificateProblems(certificate, now)),
  ]);
}

function sizeProblems(xml: string): Problem[] {
  if (xml.length >= min) return [];
  const expected = `${min} to ${max} characters, as AWS takes them`;
  return [error({ code: "metadata-size", property: "", given: `${xml.length} characters`, expected })];
}

function validUntilProblems({ validUntil }: Metadata, now: Date): Problem[] {
  if (validUntil === undefined || validUntil > now) return [];
  return [
    error({
      code: "metadata-expired",
      property: "",
      given: `validUntil ${validUntil.toISOString()}`,
      expected: "a document that is still valid",
      remedy: "download the identity provider's metadata again",
    }),
  ];
}

function certificateProblems(base64: string, now: Date): Problem[] {
  const certificate = parseCertificate(base64);
  if (certificate === undefined || certificate.notAfter > now) return [];
  return [
    warning({
      code: "metadata-certificate-expired",
      property: "",
      given: `signing certificate ${shown(certificate.subject)}, valid until ${certificate.notAfter.toISOString()}`,
      expected: "a certificate that is still valid",
      remedy:
        "make a new signing certificate at the identity provider and put both into the metadata until it is active",
    }),
  ];
}
