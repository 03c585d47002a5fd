/** What the identity provider vouched for; every value was read from the signed bytes. */
export interface VerifiedAssertion {
  id: string;
  issuer: string;
  issueInstant: Date;
  nameId: { value: string; format?: string; nameQualifier?: string; spNameQualifier?: string };
  subjectConfirmations: readonly SubjectConfirmation[];
  notBefore?: Date;
  notOnOrAfter?: Date;
  audiences: readonly string[];
  /** Values by attribute name, in document order. */
  attributes: ReadonlyMap<string, readonly string[]>;
  authnInstant?: Date;
  sessionNotOnOrAfter?: Date;
}

export interface SubjectConfirmation {
  /** `urn:oasis:names:tc:SAML:2.0:cm:bearer` and its like. */
  method: string;
  recipient?: string;
  notOnOrAfter?: Date;
  inResponseTo?: string;
}
