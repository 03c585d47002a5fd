/** What an identity provider says of itself, as far as a service provider reads it. */
export interface Metadata {
  /** Appears as Issuer in its responses. */
  entityId: string;
  /** The certificates that may sign, base64 DER, in document order, each once. */
  certificates: readonly string[];
  singleSignOn: readonly Endpoint[];
  singleLogout: readonly Endpoint[];
  /** The earliest `validUntil` of the document. */
  validUntil?: Date;
}

/** Where a message is sent, and how. */
export interface Endpoint {
  /** `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST` and its like. */
  binding: string;
  location: string;
}

/** The bindings that Entra offers. Source: OASIS saml-bindings-2.0-os. */
export const bindings = {
  redirect: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
  post: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
} as const;
