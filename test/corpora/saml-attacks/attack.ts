import type { ResponseSpec } from "#core/saml/response";
import type { TestCertificate } from "../../fixtures/test-certificate";

/** What a forger has to work with: responses that the tenant really issued, and a key of his own. */
export interface Scene {
  /** When everything is issued. */
  readonly now: Date;
  /** The tenant's signing key; its certificate is public. */
  readonly tenant: TestCertificate;
  readonly forger: TestCertificate;
  /** What the tenant says about its developer. */
  readonly spec: ResponseSpec;
  /** The developer's response as the tenant issues it, or with something else in it, or signed by another. */
  readonly issue: (change?: Partial<ResponseSpec>, by?: TestCertificate) => string;
  /** The response with its assertion signed again by the tenant's key: what a careless identity provider might sign. */
  readonly resign: (xml: string) => string;
}

/** One way to get a session that nobody granted, and what STS answers. */
export interface Attack {
  readonly name: string;
  /** The XML of the response that is presented. */
  readonly response: (scene: Scene) => string;
  /** How the response becomes the parameter of the call. @default base64 */
  readonly encode?: (xml: string) => string;
  /** The name of the role that is asked for. @default Developer */
  readonly role?: string;
  /** Seconds after the issue at which it is presented, one after the other. @default [0] */
  readonly after?: readonly number[];
  /** @default the group's */
  readonly answer?: string;
  /** Whether a judge of nothing but signatures, xmlsec1, finds a good one: what is refused is the trick alone. */
  readonly signatureIsGood?: true;
}

/** Attacks of one kind. */
export interface AttackGroup {
  /** As the table in `docs/sign-in.md` has it. */
  readonly what: string;
  /** Code and message in the words of the AWS SDK, or who is signed in. */
  readonly answer: string;
  /** By which source STS decides so, where its own documentation does not say it. */
  readonly source: string;
  readonly attacks: readonly Attack[];
}

/** The answer to a response that is what it says. */
export const signedIn = "session: Test-AWSDeveloper@contoso.onmicrosoft.com";

export const signatureInvalid = "InvalidIdentityTokenException: Response signature invalid";

/** Wording ours, code documented: how STS names a document that it cannot read, no source says. */
export function unreadable(reason: string): string {
  return `InvalidIdentityTokenException: Invalid SAML response: ${reason}`;
}
