/** Text as a part of a URI. A surrogate without its other half, which no URI can hold, is replaced as UTF-8 does it. */
export function uriPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
