import { parseMetadata } from "#core/saml/metadata";
import {
  decodeResponse,
  type Refusal,
  type RefusalCode,
  type VerifiedAssertion,
  verifyResponse,
} from "#core/saml/response";
import type { CloudError } from "#emulators/wire/errors";

import type { SamlProvider } from "../account";
import { refusal } from "../refusals";

/** Refusals that say: nobody whom the provider knows has signed this. */
const signatureCodes: ReadonlySet<RefusalCode> = new Set([
  "unsigned",
  "signature-malformed",
  "algorithm",
  "reference",
  "signature-invalid",
]);

/**
 * The assertion of a response that the provider has signed.
 *
 * INVARIANT: nothing outside of the signed content is read, not even to choose an error: a response of another issuer
 * with another key is refused for its signature, although AWS is reported to name the issuer first.
 */
export function readResponse(samlResponse: string, provider: SamlProvider): VerifiedAssertion {
  const decoded = decodeResponse(samlResponse);
  if ("refusal" in decoded) throw refusal("invalidBase64");
  const parsed = parseMetadata(provider.metadata);
  if ("problems" in parsed) throw new Error(`the accepted metadata of provider ${provider.name} does not parse`);
  const { certificates, entityId } = parsed.metadata;
  const verified = verifyResponse(decoded.xml, certificates);
  if ("refusal" in verified) throw inStsWords(verified.refusal);
  if (verified.assertion.issuer !== entityId) throw refusal("issuerNotPresent");
  return verified.assertion;
}

function inStsWords({ code, message }: Refusal): CloudError {
  return signatureCodes.has(code) ? refusal("signatureInvalid") : refusal("malformedResponse", { reason: message });
}
