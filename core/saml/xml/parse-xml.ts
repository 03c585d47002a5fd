import { DOMParser } from "@xmldom/xmldom";
import { checkWellFormed } from "./check-well-formed";
import { findNamespaceFault } from "./find-namespace-fault";
import { located, type Malformation, MalformedXml } from "./malformation";

const parser = {
  errorHandler: (_level: string, message: unknown): void => {
    throw new MalformedXml("malformed", 0, String(message));
  },
  // The parser's own would also turn U+0085 and U+2028 into line feeds, as only XML 1.1 does.
  normalizeLineEndings: (text: string) => text.replace(/\r\n?/g, "\n"),
};

/**
 * Reads an XML document strictly: well-formed, every prefix bound, no document type, no processing instruction.
 *
 * Comments are kept in the tree and ignored by every reader of this room.
 */
export function parseXml(xml: string): { root: Element } | { malformation: Malformation } {
  try {
    checkWellFormed(xml);
    const root = new DOMParser({ ...parser, locator: {} }).parseFromString(xml, "text/xml").documentElement;
    const malformation = findNamespaceFault(root);
    return malformation === undefined ? { root } : { malformation };
  } catch (cause) {
    if (cause instanceof MalformedXml) return { malformation: located(xml, cause) };
    throw cause;
  }
}
