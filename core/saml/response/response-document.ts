import { escapeAttribute, escapeText, namespaces } from "#core/saml/xml";
import { type ResponseSpec } from "./response-spec";

const success = "urn:oasis:names:tc:SAML:2.0:status:Success";
const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** The document in two pieces: the signature belongs between them, behind the assertion's issuer. */
export function responseDocument(spec: ResponseSpec): { before: string; after: string } {
  return {
    before: [
      tag("samlp:Response", {
        ID: identifier(spec.responseId),
        Version: "2.0",
        IssueInstant: spec.issueInstant.toISOString(),
        Destination: spec.destination,
        "xmlns:samlp": namespaces.protocol,
      }),
      `${tag("Issuer", { xmlns: namespaces.assertion })}${escapeText(spec.issuer)}</Issuer>`,
      `<samlp:Status>${tag("samlp:StatusCode", { Value: success }, "/>")}</samlp:Status>`,
      tag("Assertion", {
        ID: identifier(spec.assertionId),
        IssueInstant: spec.issueInstant.toISOString(),
        Version: "2.0",
        xmlns: namespaces.assertion,
      }),
      `<Issuer>${escapeText(spec.issuer)}</Issuer>`,
    ].join(""),
    after: [
      subject(spec),
      conditions(spec),
      attributeStatement(spec),
      authnStatement(spec),
      `</Assertion></samlp:Response>`,
    ].join(""),
  };
}

function subject({ nameId, recipient, notOnOrAfter }: ResponseSpec): string {
  const data = { NotOnOrAfter: notOnOrAfter.toISOString(), Recipient: recipient };
  return [
    `<Subject>${tag("NameID", { Format: nameId.format })}${escapeText(nameId.value)}</NameID>`,
    tag("SubjectConfirmation", { Method: bearer }),
    tag("SubjectConfirmationData", data, "/>"),
    `</SubjectConfirmation></Subject>`,
  ].join("");
}

function conditions({ notBefore, notOnOrAfter, audience }: ResponseSpec): string {
  const dates = { NotBefore: notBefore.toISOString(), NotOnOrAfter: notOnOrAfter.toISOString() };
  const restriction = `<AudienceRestriction><Audience>${escapeText(audience)}</Audience></AudienceRestriction>`;
  return `${tag("Conditions", dates)}${restriction}</Conditions>`;
}

function attributeStatement({ attributes }: ResponseSpec): string {
  const filled = attributes.filter(({ values }) => values.length > 0);
  // The schema wants at least one attribute in a statement.
  if (filled.length === 0) return "";
  return `<AttributeStatement>${filled.map(attribute).join("")}</AttributeStatement>`;
}

function attribute({ name, values }: ResponseSpec["attributes"][number]): string {
  const content = values.map((value) => `<AttributeValue>${escapeText(value)}</AttributeValue>`).join("");
  return `${tag("Attribute", { Name: name })}${content}</Attribute>`;
}

function authnStatement(spec: ResponseSpec): string {
  const end = spec.sessionNotOnOrAfter;
  return [
    tag("AuthnStatement", {
      AuthnInstant: spec.authnInstant.toISOString(),
      SessionIndex: spec.assertionId,
      ...(end === undefined ? {} : { SessionNotOnOrAfter: end.toISOString() }),
    }),
    `<AuthnContext><AuthnContextClassRef>${escapeText(spec.authnContext)}</AuthnContextClassRef></AuthnContext>`,
    `</AuthnStatement>`,
  ].join("");
}

function tag(name: string, attributes: Readonly<Record<string, string>>, end: ">" | "/>" = ">"): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join("")}${end}`;
}

/** An id that is no XML name could not be referred to by the signature. */
function identifier(id: string): string {
  if (!/^[A-Za-z_][\w.-]*$/.test(id)) throw new RangeError(`${JSON.stringify(id)} is no XML id: use _ and a UUID`);
  return id;
}
