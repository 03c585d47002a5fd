/** Why a response is not believed. */
export type RefusalCode =
  /** Over what STS takes. */
  | "too-large"
  /** Not base64, not XML, or not a SAML 2.0 response with one readable assertion. */
  | "malformed"
  /** The identity provider says that nobody was signed in. */
  | "not-successful"
  /** Encrypted assertions are not taken. */
  | "encrypted"
  /** The assertion has no signature of its own. */
  | "unsigned"
  /** Two readers could take it for different things: several assertions, signatures or equal ids, or a text in pieces. */
  | "ambiguous"
  /** The signature's form is not the one SAML prescribes. */
  | "signature-malformed"
  /** A signature with an algorithm or a transform that is not taken. */
  | "algorithm"
  /** The signature refers to something other than the element it stands in. */
  | "reference"
  /** No given certificate made this signature over this content. */
  | "signature-invalid";

export interface Refusal {
  code: RefusalCode;
  message: string;
}

/** Ends a verification; callers of the room get its `refusal`. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.refusal = { code, message };
  }
}
