import { isXmlCharacter } from "./characters";
import { MalformedXml } from "./malformation";

const qualifiedName = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const startTag = new RegExp(`<(${qualifiedName})`, "y");
const attribute = new RegExp(String.raw`[ \t\r\n]+(${qualifiedName})[ \t\r\n]*=[ \t\r\n]*("[^"<]*"|'[^'<]*')`, "y");
const startTagEnd = /[ \t\r\n]*(\/?)>/y;
const endTag = new RegExp(String.raw`</(${qualifiedName})[ \t\r\n]*>`, "y");
const reference = /&(?:(?:amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/y;

/** What is open at a place of the text, outermost first. */
export interface Open {
  names: string[];
  rootSeen: boolean;
}

const deepest = 64;

/** Each kind of markup by what it begins with, longest first: each takes the place and returns the place behind. */
export const markup: readonly (readonly [string, (xml: string, at: number, open: Open) => number])[] = [
  ["<!--", scanComment],
  ["<![CDATA[", scanCharacterData],
  ["<!", refuseDeclaration],
  ["<?", refuseInstruction],
  ["</", scanEndTag],
  ["<", scanStartTag],
];

/** Checks the references in a piece of text or an attribute value that begins at `offset`. */
export function checkReferences(text: string, offset: number): void {
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const [, decimal, hexadecimal] = matchAt(reference, text, at) ?? [];
    if (matchAt(reference, text, at) === undefined) {
      throw new MalformedXml("malformed", offset + at, "an & that begins none of XML's own references");
    }
    const codePoint =
      decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : 0x20;
    if (!isXmlCharacter(codePoint)) {
      throw new MalformedXml("malformed", offset + at, "a reference to a character that XML does not have");
    }
  }
}

function scanComment(xml: string, at: number): number {
  const end = xml.indexOf("--", at + 4);
  if (end < 0 || xml[end + 2] !== ">") throw new MalformedXml("malformed", at, "a comment that does not end with -->");
  return end + 3;
}

function scanCharacterData(xml: string, at: number, open: Open): number {
  const end = xml.indexOf("]]>", at);
  if (end < 0) throw new MalformedXml("malformed", at, "a CDATA section that does not end with ]]>");
  if (open.names.length === 0) throw new MalformedXml("malformed", at, "text outside the root element");
  return end + 3;
}

function refuseDeclaration(xml: string, at: number): never {
  throw xml.startsWith("<!DOCTYPE", at)
    ? new MalformedXml("doctype", at, "a document type declaration, which SAML documents never have")
    : new MalformedXml("malformed", at, "a declaration outside a document type");
}

function refuseInstruction(_xml: string, at: number): never {
  throw new MalformedXml("processing-instruction", at, "a processing instruction, which SAML documents never have");
}

function scanEndTag(xml: string, at: number, open: Open): number {
  const match = matchAt(endTag, xml, at);
  if (match === undefined) throw new MalformedXml("malformed", at, "an end tag that is not complete");
  const expected = open.names.pop();
  if (match[1] !== expected) {
    throw new MalformedXml(
      "malformed",
      at,
      `</${match[1] ?? ""}> where ${expected ? `</${expected}>` : "nothing"} is open`,
    );
  }
  return at + match[0].length;
}

function scanStartTag(xml: string, at: number, open: Open): number {
  const match = matchAt(startTag, xml, at);
  if (match?.[1] === undefined) throw new MalformedXml("malformed", at, "a < that begins no tag");
  if (open.names.length === 0 && open.rootSeen) throw new MalformedXml("malformed", at, "a second root element");
  const attributesEnd = scanAttributes(xml, at + match[0].length);
  const end = matchAt(startTagEnd, xml, attributesEnd);
  if (end === undefined) throw new MalformedXml("malformed", attributesEnd, `the tag <${match[1]}> is not complete`);
  open.rootSeen = true;
  if (end[1] === "") open.names.push(match[1]);
  if (open.names.length > deepest) {
    throw new MalformedXml("too-deep", at, `more than ${deepest} elements inside each other`);
  }
  return attributesEnd + end[0].length;
}

function scanAttributes(xml: string, from: number): number {
  const seen = new Set<string>();
  let at = from;
  for (let match = matchAt(attribute, xml, at); match !== undefined; match = matchAt(attribute, xml, at)) {
    const [whole, name = "", quoted = ""] = match;
    if (seen.has(name)) throw new MalformedXml("malformed", at, `the attribute ${name} twice in one tag`);
    if (/^xmlns:(?:xml|xmlns)$/.test(name) || (name.startsWith("xmlns:") && quoted.length === 2)) {
      throw new MalformedXml("malformed", at, `the prefix declaration ${name} is not allowed`);
    }
    seen.add(name);
    checkReferences(quoted, at + whole.length - quoted.length);
    at += whole.length;
  }
  return at;
}

function matchAt(pattern: RegExp, xml: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(xml) ?? undefined;
}
