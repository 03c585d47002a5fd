import { withoutControls } from "#core/problems";

/** Words as one line that a POSIX shell takes for these words. A character that a terminal would obey is shown escaped. */
export function shellCommand(words: readonly string[]): string {
  return words.map((word) => quotedWord(withoutControls(word))).join(" ");
}

function quotedWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
