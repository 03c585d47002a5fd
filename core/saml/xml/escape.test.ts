import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeOf, escapeAttribute, escapeText, parseXml, textOf } from ".";
import { findForbiddenCharacter } from "./characters";

const anyXmlText = fc.string({ unit: "binary" }).filter((text) => findForbiddenCharacter(text) < 0);
const hostileText = fc.string({ unit: fc.constantFrom(...Array.from("<>&\"'\r\n\t]-!?;# \u0085\u2028\uFEFFaä😀")) });

function rootOf(xml: string): Element {
  const parsed = parseXml(xml);
  if ("malformation" in parsed) throw new Error(parsed.malformation.message);
  return parsed.root;
}

describe("escaping", () => {
  it("gives back any text as the content of an element", () => {
    fc.assert(
      fc.property(fc.oneof(anyXmlText, hostileText), (text) => {
        expect(textOf(rootOf(`<a>${escapeText(text)}</a>`))).toBe(text);
      }),
    );
  });

  it("gives back any text as the value of an attribute", () => {
    fc.assert(
      fc.property(fc.oneof(anyXmlText, hostileText), (text) => {
        expect(attributeOf(rootOf(`<a b="${escapeAttribute(text)}"/>`), "b")).toBe(text);
      }),
    );
  });

  it("writes only what must be written otherwise", () => {
    expect(escapeText(`<a href="x">Tom & 'Jerry'</a>`)).toBe(`&lt;a href="x"&gt;Tom &amp; 'Jerry'&lt;/a&gt;`);
    expect(escapeAttribute(`"\n'`)).toBe("&quot;&#xA;'");
  });

  it.each([
    ["a\u0000", "XML cannot hold the character U+0000 at position 1"],
    ["\uFFFE", "XML cannot hold the character U+FFFE at position 0"],
    ["ab\uDC00", "XML cannot hold the character U+DC00 at position 2"],
  ])("refuses %j, which no XML can hold", (text, message) => {
    expect(() => escapeText(text)).toThrow(new RangeError(message));
    expect(() => escapeAttribute(text)).toThrow(new RangeError(message));
  });
});
