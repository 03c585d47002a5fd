import { findForbiddenCharacter } from "./characters";
import { MalformedXml } from "./malformation";
import { checkReferences, markup, type Open } from "./scan-markup";

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[Uu][Tt][Ff]-8"|'[Uu][Tt][Ff]-8'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

/**
 * Holds a text to the part of XML 1.0 that SAML documents use: one root, balanced tags, ASCII names, XML's own five
 * references and numeric ones, no document type, no processing instruction.
 *
 * The parser below is lenient, and two lenient parsers that read one document differently are what signature wrapping
 * lives on: what is let through here means the same to every parser.
 *
 * @throws MalformedXml at the first place that does not fit.
 */
export function checkWellFormed(xml: string): void {
  if (xml.startsWith("\uFEFF")) throw new MalformedXml("byte-order-mark", 0, "a byte order mark before the document");
  const forbidden = findForbiddenCharacter(xml);
  if (forbidden >= 0) throw new MalformedXml("malformed", forbidden, "a character that XML does not have");
  const open: Open = { names: [], rootSeen: false };
  let at = declaration.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    checkText(xml.slice(at, next < 0 ? undefined : next), at, open);
    if (next < 0) break;
    at = scanMarkup(xml, next, open);
  }
  const innermost = open.names.at(-1);
  if (innermost !== undefined) throw new MalformedXml("malformed", xml.length, `<${innermost}> is never closed`);
  if (!open.rootSeen) throw new MalformedXml("malformed", xml.length, "no element at all");
}

function scanMarkup(xml: string, at: number, open: Open): number {
  for (const [beginning, scan] of markup) {
    if (xml.startsWith(beginning, at)) return scan(xml, at, open);
  }
  throw new MalformedXml("malformed", at, "markup of no known kind");
}

function checkText(text: string, at: number, open: Open): void {
  if (open.names.length === 0) {
    const visible = text.search(/[^ \t\r\n]/);
    if (visible >= 0) throw new MalformedXml("malformed", at + visible, "text outside the root element");
  }
  const sectionEnd = text.indexOf("]]>");
  if (sectionEnd >= 0) throw new MalformedXml("malformed", at + sectionEnd, "]]> outside a CDATA section");
  checkReferences(text, at);
}
