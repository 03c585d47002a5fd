import type { Scene } from "./attack";

/** Where the pieces of a genuine response are, to be put together otherwise. */
export interface Pieces {
  readonly response: string;
  /** The signed assertion, its signature inside. */
  readonly assertion: string;
  readonly signature: string;
  /** The signed assertion without its signature. */
  readonly bare: string;
  /** An unsigned assertion about an administrator, with an id of its own. */
  readonly evil: string;
}

const signaturePattern = /<Signature .*?<\/Signature>/;
const evilId = "_00000000-0000-4000-8000-00000000e511";

export function piecesOf(scene: Scene): Pieces {
  const response = scene.issue();
  const assertion = found(/<Assertion .*<\/Assertion>/, response);
  const signature = found(signaturePattern, assertion);
  const bare = assertion.replace(signature, "");
  return { response, assertion, signature, bare, evil: asAdministrator(bare.replace(scene.spec.assertionId, evilId)) };
}

/** The text with the developer's name and role replaced by the administrator's. */
export function asAdministrator(xml: string): string {
  return xml.replaceAll("Test-AWSDeveloper@", "Test-AWSAdmin@").replaceAll("role/Auditor", "role/Administrator");
}

/** The element with something put in front of its end. */
export function ending(element: string, added: string): string {
  return element.replace(/<\/[\w:]+>$/, (end) => `${added}${end}`);
}

/** The assertion with something behind its issuer, where a signature belongs. */
export function signedBy(signature: string, assertion: string): string {
  return assertion.replace("<Subject>", () => `${signature}<Subject>`);
}

/** The text with one place changed. @throws when there is no such place: an attack that changes nothing proves nothing */
export function changed(
  xml: string,
  place: string | RegExp,
  replacement: string | ((whole: string) => string),
): string {
  const result = typeof replacement === "string" ? xml.replace(place, replacement) : xml.replace(place, replacement);
  if (result === xml) throw new Error(`${String(place)} is not in the response`);
  return result;
}

export function found(pattern: RegExp, text: string): string {
  const match = pattern.exec(text)?.[0];
  if (match === undefined) throw new Error(`${String(pattern)} is not in the response`);
  return match;
}
