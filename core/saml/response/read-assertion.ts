import { attributeOf, childElements, namespaces, onlyChild, parseInstant, textOf } from "#core/saml/xml";
import { Refused } from "./refusal";
import { type SubjectConfirmation, type VerifiedAssertion } from "./verified-assertion";

/**
 * Reads an assertion that was parsed from signed bytes.
 *
 * @throws Refused with `malformed` when something is missing that every assertion about a person has.
 */
export function readAssertion(assertion: Element): VerifiedAssertion {
  if (attributeOf(assertion, "Version") !== "2.0") throw malformed("the assertion's version is not 2.0");
  const subject = required(assertion, "Subject");
  const conditions = optional(assertion, "Conditions");
  const authentications = named(assertion, "AuthnStatement");
  return {
    id: requiredAttribute(assertion, "ID"),
    issuer: text(required(assertion, "Issuer")),
    issueInstant: instant(assertion, "IssueInstant") ?? absent("IssueInstant"),
    nameId: nameId(required(subject, "NameID")),
    subjectConfirmations: named(subject, "SubjectConfirmation").map(subjectConfirmation),
    notBefore: conditions && instant(conditions, "NotBefore"),
    notOnOrAfter: conditions && instant(conditions, "NotOnOrAfter"),
    audiences: conditions ? audiences(conditions) : [],
    attributes: attributes(assertion),
    authnInstant: authentications.flatMap((statement) => instant(statement, "AuthnInstant") ?? [])[0],
    sessionNotOnOrAfter: earliest(authentications.flatMap((one) => instant(one, "SessionNotOnOrAfter") ?? [])),
  };
}

function nameId(element: Element): VerifiedAssertion["nameId"] {
  return {
    value: text(element),
    format: attributeOf(element, "Format"),
    nameQualifier: attributeOf(element, "NameQualifier"),
    spNameQualifier: attributeOf(element, "SPNameQualifier"),
  };
}

function subjectConfirmation(element: Element): SubjectConfirmation {
  const data = optional(element, "SubjectConfirmationData");
  return {
    method: requiredAttribute(element, "Method"),
    recipient: data && attributeOf(data, "Recipient"),
    notOnOrAfter: data && instant(data, "NotOnOrAfter"),
    inResponseTo: data && attributeOf(data, "InResponseTo"),
  };
}

/** One audience of each restriction must be met, so those count that stand in all. Source: saml-core-2.0-os 2.5.1.4. */
function audiences(conditions: Element): string[] {
  const [first = [], ...others] = named(conditions, "AudienceRestriction").map((restriction) =>
    named(restriction, "Audience").map(text),
  );
  return first.filter((audience) => others.every((restriction) => restriction.includes(audience)));
}

function attributes(assertion: Element): Map<string, string[]> {
  const values = new Map<string, string[]>();
  const all = named(assertion, "AttributeStatement").flatMap((statement) => named(statement, "Attribute"));
  for (const attribute of all) {
    const name = requiredAttribute(attribute, "Name");
    // Other identity providers put elements into values; their text counts.
    const own = named(attribute, "AttributeValue").map((value) => value.textContent);
    values.set(name, [...(values.get(name) ?? []), ...own]);
  }
  return values;
}

function named(parent: Element, name: string): Element[] {
  return childElements(parent, namespaces.assertion, name);
}

function optional(parent: Element, name: string): Element | undefined {
  if (named(parent, name).length > 1) throw malformed(`the assertion has more than one ${name}`);
  return onlyChild(parent, namespaces.assertion, name);
}

function required(parent: Element, name: string): Element {
  return optional(parent, name) ?? absent(name);
}

function requiredAttribute(element: Element, name: string): string {
  return attributeOf(element, name) ?? absent(name);
}

function text(element: Element): string {
  return textOf(element) ?? fail(`${element.localName} holds elements where a text belongs`);
}

function instant(element: Element, name: string): Date | undefined {
  const given = attributeOf(element, name);
  if (given === undefined) return undefined;
  return parseInstant(given) ?? fail(`${name} is no time with a time zone`);
}

function earliest(dates: readonly Date[]): Date | undefined {
  return [...dates].sort((a, b) => a.getTime() - b.getTime())[0];
}

function absent(name: string): never {
  throw malformed(`the assertion has no ${name}`);
}

function fail(message: string): never {
  throw malformed(message);
}

function malformed(message: string): Refused {
  return new Refused("malformed", message);
}
