const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Offset of the first character that XML 1.0 cannot hold (controls, lone surrogates), not even as a reference, or -1. */
export function findForbiddenCharacter(text: string): number {
  return text.search(forbidden);
}

/** Whether XML 1.0 has a character of that number. Source: W3C xml, production 2. */
export function isXmlCharacter(codePoint: number): boolean {
  return codePoint <= 0x10ffff && !forbidden.test(String.fromCodePoint(codePoint));
}
