import { attributeOf, childElements, descendantElements, hasName, idsOf, namespaces, onlyChild } from "#core/saml/xml";
import { checkTexts } from "./check-texts";
import { Refused } from "./refusal";

const success = "urn:oasis:names:tc:SAML:2.0:status:Success";

/** A signature as a direct child of the element that it must refer to. */
export interface LocatedSignature {
  over: "assertion" | "response";
  signature: Element;
  element: Element;
}

/**
 * Finds the signatures of a response that has one reading only: one assertion, directly inside the response, every id
 * once, texts in one piece, the assertion signed, and signatures nowhere but directly in the one or the other.
 *
 * @throws Refused for anything else.
 */
export function locateSignatures(root: Element): LocatedSignature[] {
  if (!hasName(root, namespaces.protocol, "Response")) {
    throw new Refused("malformed", "the document is no SAML 2.0 Response");
  }
  checkStatus(root);
  const elements = descendantElements(root);
  const assertion = onlyAssertion(root, elements);
  checkIds(elements);
  checkTexts(root);
  const places = [
    { over: "assertion", element: assertion },
    { over: "response", element: root },
  ] as const;
  const located = places.flatMap(({ over, element }) =>
    childElements(element, namespaces.signature, "Signature").map((signature) => ({ over, element, signature })),
  );
  const all = elements.filter((element) => element.localName === "Signature");
  if (located.length === 0) throw new Refused("unsigned", "neither the assertion nor the response is signed");
  if (all.length !== located.length || new Set(located.map(({ over }) => over)).size !== located.length) {
    throw new Refused("ambiguous", "there are signatures beside the one of the assertion and the one of the response");
  }
  if (!located.some(({ over }) => over === "assertion")) {
    throw new Refused("unsigned", "the response is signed and the assertion in it is not");
  }
  return located;
}

function checkStatus(root: Element): void {
  const status = onlyChild(root, namespaces.protocol, "Status");
  const code = status && onlyChild(status, namespaces.protocol, "StatusCode");
  const value = code && attributeOf(code, "Value");
  if (value === undefined) throw new Refused("malformed", "the response has no status");
  if (value !== success) throw new Refused("not-successful", "the response's status is not Success");
}

function onlyAssertion(root: Element, elements: readonly Element[]): Element {
  // By local name alone: what any reader could take for an assertion counts.
  if (elements.some(({ localName }) => localName === "EncryptedAssertion")) {
    throw new Refused("encrypted", "the response holds an encrypted assertion");
  }
  const assertions = elements.filter(({ localName }) => localName === "Assertion");
  if (assertions.length > 1) throw new Refused("ambiguous", `the response holds ${assertions.length} assertions`);
  const assertion = onlyChild(root, namespaces.assertion, "Assertion");
  if (assertion === undefined) throw new Refused("malformed", "the response holds no assertion");
  return assertion;
}

function checkIds(elements: readonly Element[]): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const ids = idsOf(element);
    if (ids.length > 1) throw new Refused("ambiguous", "an element has more than one id");
    for (const id of ids) {
      if (seen.has(id)) throw new Refused("ambiguous", "two elements have the same id");
      seen.add(id);
    }
  }
}
