import { type Refusal } from "./refusal";

/** In characters of base64. Source: STS API reference, AssumeRoleWithSAML, SAMLAssertion. */
export const longestEncodedResponse = 100_000;

/** The longest XML document that fits, in bytes. */
export const longestResponse = (longestEncodedResponse / 4) * 3;

/** The `SAMLResponse` field of a form. */
export function encodeResponse(xml: string): string {
  return Buffer.from(xml, "utf8").toString("base64");
}

/**
 * Reads the `SAMLResponse` field of a form: base64 with line breaks or without, its padding complete, UTF-8 inside.
 *
 * Source: saml-bindings-2.0-os 3.5.4.
 */
export function decodeResponse(samlResponse: string): { xml: string } | { refusal: Refusal } {
  if (samlResponse.length > longestEncodedResponse) {
    const message = `${samlResponse.length} characters of base64, at most ${longestEncodedResponse} are taken`;
    return { refusal: { code: "too-large", message } };
  }
  const base64 = samlResponse.replace(/\r?\n/g, "");
  const bytes = Buffer.from(base64, "base64");
  // The decoder passes over what is not base64; only what it would write itself is base64.
  if (base64 === "" || bytes.toString("base64") !== base64) {
    return { refusal: { code: "malformed", message: "the response is not base64" } };
  }
  try {
    return { xml: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { refusal: { code: "malformed", message: "the response is not UTF-8" } };
  }
}
