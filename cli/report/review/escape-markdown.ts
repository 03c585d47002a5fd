import { withoutControls } from "#core/problems";

/** What would begin HTML or emphasis, a link, a table cell, a strikethrough or a formula. */
const special = /[\\`*_[\]()#!|~$]/g;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text as one line of Markdown that shows it and does nothing else: no HTML, no link, no mention of a person, a team or
 * an issue.
 *
 * Mentions and bare addresses are found in what a renderer has made of the Markdown, where an escape is gone; a comment
 * of HTML parts the text and is not seen.
 */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/[&<>]/g, (character) => entities[character] ?? "")
    .replace(special, "\\$&")
    .replace(/@/g, "@<!-- -->")
    .replace(/:(?=\/\/)/g, ":<!-- -->")
    .replace(/(www|mailto|xmpp|GH)(?=[.:-])/gi, "$1<!-- -->")
    .replace(/\\#(?=\d)/g, "\\#<!-- -->");
}

/** Text as a code span of one line, in which nothing is HTML, a link or a mention. */
export function codeSpan(text: string): string {
  const shown = withoutControls(text);
  if (shown.trim() === "") return "*(empty)*";
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Whether it is an address of HTTPS with nothing in it that has a meaning elsewhere. */
export function isPlainAddress(text: string): boolean {
  return /^https:\/\/[\w.-]+(\/[\w./#?=&%~+,:-]*)?$/.test(text) && URL.canParse(text);
}

/** A rule's reference as a link. What is no plain address of HTTPS is text. */
export function markdownLink(reference: string): string {
  return isPlainAddress(reference) ? `<${reference}>` : escapeMarkdown(reference);
}
