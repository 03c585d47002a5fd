import { withoutControls } from "#core/problems";

/**
 * Text as it stands in a cell of a Markdown table: one line, no control characters, and nothing in it that Markdown, HTML
 * or an automatic link would read as its own. Names come from clouds, where others than the reader choose them.
 */
export function markdownText(text: string): string {
  return withoutControls(text).replace(/[\\`*_{}[\]<>#+!|~&:@.$^]/g, (character) => `\\${character}`);
}

/** An id or ARN as code, where it can be; code spans know no escapes, so that anything unusual stands as text. */
export function markdownCode(text: string): string {
  return /^[\w:/.,=@+-]+$/.test(text) ? `\`${text}\`` : markdownText(text);
}

/** A link to a page of ours; what would end it early is encoded. */
export function markdownLink(text: string, url: string): string {
  return `[${markdownText(text)}](<${url.replace(/[\s<>\\\p{C}]/gu, encodeURIComponent)}>)`;
}
