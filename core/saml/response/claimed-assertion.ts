import { childElements, hasName, namespaces, parseXml } from "#core/saml/xml";
import { longestResponse } from "./encoded-response";
import { readAssertion } from "./read-assertion";
import { Refused } from "./refusal";
import { type VerifiedAssertion } from "./verified-assertion";

/** What a response says, whoever wrote it. It stands apart, so that it cannot be passed for a verified assertion. */
export interface ClaimedAssertion {
  readonly unverified: VerifiedAssertion;
}

/**
 * Reads a response without asking who signed it: to explain to its owner why it is refused, and for nothing else.
 *
 * Nothing is returned for what has more than one reading, or none.
 */
export function readClaimedAssertion(xml: string): ClaimedAssertion | undefined {
  if (Buffer.byteLength(xml) > longestResponse) return undefined;
  const parsed = parseXml(xml);
  if ("malformation" in parsed || !hasName(parsed.root, namespaces.protocol, "Response")) return undefined;
  const [assertion, ...others] = childElements(parsed.root, namespaces.assertion, "Assertion");
  if (assertion === undefined || others.length > 0) return undefined;
  try {
    return { unverified: readAssertion(assertion) };
  } catch (cause) {
    if (cause instanceof Refused) return undefined;
    throw cause;
  }
}
