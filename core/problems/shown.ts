const longest = 120;

/**
 * A value as one line of text for a message: strings in quotes, lists and objects as JSON, at most 120 characters.
 *
 * Nothing that a terminal or a log viewer would obey gets through: control and direction characters are escaped.
 */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) as string | undefined;
  return clipped(withoutControls(text ?? `a ${typeof value}`));
}

/** Text with every character escaped that breaks a line, moves a cursor, or turns the reading direction. */
export function withoutControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function clipped(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest - 1).join("")}… (${characters.length} characters)`;
}
