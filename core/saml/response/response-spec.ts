/** All that a response says; times are given, never taken from a clock. */
export interface ResponseSpec {
  /** An XML name, such as `_` and a UUID. */
  responseId: string;
  /** An XML name; also the session index. */
  assertionId: string;
  issueInstant: Date;
  issuer: string;
  /** Where the response is posted to. */
  destination: string;
  /** Who may redeem the assertion; AWS reads `saml:aud` from it. */
  recipient: string;
  audience: string;
  notBefore: Date;
  notOnOrAfter: Date;
  nameId: { format: string; value: string };
  /** In this order; one without values is left out, as Entra does with an empty property. */
  attributes: readonly { name: string; values: readonly string[] }[];
  authnInstant: Date;
  /** `urn:oasis:names:tc:SAML:2.0:ac:classes:Password` and its like. */
  authnContext: string;
  /** @default none, as with Entra */
  sessionNotOnOrAfter?: Date;
}

/** A signing certificate with its key. */
export interface SigningKey {
  /** RSA, PKCS#8 or PKCS#1. */
  privateKeyPem: string;
  /** Base64 DER or PEM. */
  certificate: string;
}
