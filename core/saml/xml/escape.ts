import { findForbiddenCharacter } from "./characters";

const references: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/**
 * Text as the content of an element, so that every parser gives back the same text.
 *
 * @throws RangeError for a character that XML 1.0 cannot hold: nothing that is signed is replaced in silence.
 */
export function escapeText(text: string): string {
  // A raw carriage return is read as a line feed, and readers of XML 1.1 do so with U+0085 and U+2028 too.
  return escaped(text, /[&<>\r\u0085\u2028]/g);
}

/**
 * Text as the value of an attribute in double quotes.
 *
 * @throws RangeError for a character that XML 1.0 cannot hold.
 */
export function escapeAttribute(text: string): string {
  return escaped(text, /[&<>"\t\n\r\u0085\u2028]/g);
}

function escaped(text: string, special: RegExp): string {
  const at = findForbiddenCharacter(text);
  if (at >= 0) {
    throw new RangeError(`XML cannot hold the character ${numbered(text.charCodeAt(at))} at position ${at}`);
  }
  return text.replace(special, (character) => references.get(character) ?? reference(character));
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

function numbered(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
