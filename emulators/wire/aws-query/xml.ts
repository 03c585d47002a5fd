/** What an operation answers, before it is written as XML; an absent value writes no element. */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | XmlList
  | readonly XmlValue[]
  | { readonly [element: string]: XmlValue | undefined };

/** A list whose entries have another element name than the Query protocol's `member`. */
export class XmlList {
  constructor(
    readonly entryName: string,
    readonly entries: readonly XmlValue[],
  ) {}
}

const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\r", "&#13;"],
]);

/** Characters that XML 1.0 cannot hold, not even escaped: control characters, unpaired surrogates, non-characters. */
const forbidden = /[^\P{Cc}\t\n\r\u{7F}-\u{9F}]|\p{Cs}|[\uFFFE\uFFFF]/gu;

export function escapeXml(text: string): string {
  return text.replace(forbidden, "\uFFFD").replace(/[&<>"'\r]/g, (character) => escapes.get(character) ?? character);
}

/** Writes one element; `name` comes from an operation's table, never from a request. */
export function element(name: string, value: XmlValue, namespace?: string): string {
  const start = namespace === undefined ? name : `${name} xmlns="${escapeXml(namespace)}"`;
  return `<${start}>${content(value)}</${name}>`;
}

function content(value: XmlValue): string {
  if (value instanceof Date) return value.toISOString().replace(/\.\d{3}Z$/, "Z");
  if (value instanceof XmlList) return value.entries.map((entry) => element(value.entryName, entry)).join("");
  if (isList(value)) return value.map((entry) => element("member", entry)).join("");
  if (typeof value !== "object") return escapeXml(String(value));
  return Object.entries(value)
    .map(([name, child]) => (child === undefined ? "" : element(name, child)))
    .join("");
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}
