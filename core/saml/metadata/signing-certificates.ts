import { iamLimits } from "#core/aws";
import { error, type Problem, shown } from "#core/problems";
import { type Certificate, parseCertificate } from "#core/saml/certificates";
import { attributeOf, childElements, namespaces, textOf } from "#core/saml/xml";

/** Source: AWS IAM user guide, “Create a SAML identity provider in IAM”. */
const smallestKeyBits = 1024;

/** The certificates of an `IDPSSODescriptor` that may sign, each once, and what AWS refuses about them. */
export function signingCertificates(descriptor: Element): { certificates: string[]; problems: Problem[] } {
  const texts = certificateTexts(descriptor);
  const read = texts.map(parseCertificate);
  const problems = read.flatMap((certificate, index) => certificateProblems(certificate, texts[index] ?? "", index));
  const certificates = [...new Set(read.flatMap((certificate) => certificate?.base64 ?? []))];
  if (texts.length === 0) {
    problems.push(
      refused(
        "metadata-no-certificate",
        "none",
        "a KeyDescriptor for signing with an X509Certificate in IDPSSODescriptor",
      ),
    );
  }
  if (texts.length > iamLimits.samlProviderKeys) {
    const expected = `at most ${iamLimits.samlProviderKeys}, all that AWS takes for one provider`;
    problems.push(refused("metadata-too-many-keys", `${texts.length} signing certificates`, expected));
  }
  return { certificates, problems };
}

function certificateTexts(descriptor: Element): string[] {
  const { metadata, signature } = namespaces;
  return (
    childElements(descriptor, metadata, "KeyDescriptor")
      // Without `use` a key is for signing and encryption alike. Source: saml-metadata-2.0-os, 2.4.1.1.
      .filter((key) => (attributeOf(key, "use") ?? "signing") === "signing")
      .flatMap((key) => childElements(key, signature, "KeyInfo"))
      .flatMap((info) => childElements(info, signature, "X509Data"))
      .flatMap((data) => childElements(data, signature, "X509Certificate"))
      .map((certificate) => textOf(certificate) ?? "")
  );
}

function certificateProblems(certificate: Certificate | undefined, text: string, index: number): Problem[] {
  if (certificate === undefined) {
    const given = `signing certificate ${index + 1}: ${shown(text.trim())}`;
    return [refused("metadata-certificate-unreadable", given, "an X.509 certificate, DER in base64")];
  }
  const { bits } = certificate.key;
  if (bits === undefined || bits >= smallestKeyBits) return [];
  const given = `signing certificate ${index + 1} with ${bits} bits`;
  return [refused("metadata-key-too-small", given, `a key of at least ${smallestKeyBits} bits`)];
}

function refused(code: string, given: string, expected: string): Problem {
  return error({ code, property: "", given, expected });
}
