import { iamLimits } from "#core/aws";
import { error, hasErrors, type Problem, shown } from "#core/problems";
import { attributeOf, childElements, hasName, namespaces, parseInstant, parseXml } from "#core/saml/xml";
import { type Endpoint, type Metadata } from "./metadata";
import { malformationProblem } from "./malformation-problem";
import { signingCertificates } from "./signing-certificates";

/**
 * Reads the metadata of any SAML 2.0 identity provider: Entra's own, with its signature and the certificates of other
 * protocols, and that of others, with prefixes, name id formats and `validUntil`.
 *
 * Only certificates inside `IDPSSODescriptor` count. A signature on the document is neither demanded nor checked.
 * Whether the document or a certificate is past its date is `metadataProblems`' to say, which knows the time.
 * Source: OASIS saml-metadata-2.0-os; limits on keys: AWS IAM.
 */
export function parseMetadata(xml: string): { metadata: Metadata } | { problems: Problem[] } {
  if (xml.length > iamLimits.samlMetadata.max) return { problems: [tooLong(xml)] };
  const document = parseXml(xml);
  if ("malformation" in document) return { problems: [malformationProblem(document.malformation)] };
  const { root } = document;
  if (!hasName(root, namespaces.metadata, "EntityDescriptor")) {
    return { problems: [refused("metadata-root", `<${root.tagName}>`, "an EntityDescriptor of SAML 2.0 metadata")] };
  }
  const descriptors = childElements(root, namespaces.metadata, "IDPSSODescriptor").filter(speaksSaml2);
  const [descriptor] = descriptors;
  if (descriptor === undefined || descriptors.length > 1) {
    const expected = "exactly one IDPSSODescriptor that supports the SAML 2.0 protocol";
    return { problems: [refused("metadata-identity-provider", `${descriptors.length} of them`, expected)] };
  }
  return read(root, descriptor);
}

function read(root: Element, descriptor: Element): { metadata: Metadata } | { problems: Problem[] } {
  const { certificates, problems } = signingCertificates(descriptor);
  const entityId = attributeOf(root, "entityID") ?? "";
  if (entityId === "" || entityId.length > longestEntityId) {
    problems.push(refused("metadata-entity-id", shown(entityId), `an entityID of 1 to ${longestEntityId} characters`));
  }
  const singleSignOn = endpoints(descriptor, "SingleSignOnService");
  if (singleSignOn.length === 0) {
    problems.push(refused("metadata-single-sign-on", "none", "a SingleSignOnService with Binding and Location"));
  }
  const until = validUntil([root, descriptor]);
  problems.push(...until.problems);
  if (hasErrors(problems)) return { problems };
  const singleLogout = endpoints(descriptor, "SingleLogoutService");
  return { metadata: { entityId, certificates, singleSignOn, singleLogout, validUntil: until.date } };
}

/** Source: saml-core-2.0-os, 8.3.6. */
const longestEntityId = 1024;

function speaksSaml2(descriptor: Element): boolean {
  return (attributeOf(descriptor, "protocolSupportEnumeration") ?? "").split(/\s+/).includes(namespaces.protocol);
}

function endpoints(descriptor: Element, name: string): Endpoint[] {
  return childElements(descriptor, namespaces.metadata, name)
    .map((service) => ({
      binding: attributeOf(service, "Binding") ?? "",
      location: attributeOf(service, "Location") ?? "",
    }))
    .filter(({ binding, location }) => binding !== "" && location !== "");
}

function validUntil(elements: readonly Element[]): { date?: Date; problems: Problem[] } {
  const given = elements.flatMap((element) => attributeOf(element, "validUntil") ?? []);
  const dates = given.flatMap((text) => parseInstant(text) ?? []);
  const problems = given
    .filter((text) => parseInstant(text) === undefined)
    .map((text) => refused("metadata-valid-until", shown(text), "a validUntil such as 2030-01-31T00:00:00Z"));
  return { date: dates.sort((a, b) => a.getTime() - b.getTime())[0], problems };
}

function tooLong(xml: string): Problem {
  return refused("metadata-size", `${xml.length} characters`, `at most ${iamLimits.samlMetadata.max} characters`);
}

function refused(code: string, given: string, expected: string): Problem {
  return error({ code, property: "", given, expected });
}
