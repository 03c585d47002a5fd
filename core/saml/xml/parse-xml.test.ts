import { describe, expect, it } from "vitest";
import { parseXml, textOf } from ".";

function malformation(xml: string) {
  const parsed = parseXml(xml);
  return "malformation" in parsed ? parsed.malformation : undefined;
}

describe("parseXml takes", () => {
  it.each([
    ["a declaration in UTF-8", `<?xml version="1.0" encoding="utf-8"?>\n<a/>`],
    ["both kinds of quotes", `<a b='"' c="'"/>`],
    ["comments before, inside and behind the root", "<!-- a --><a><!-- b --></a><!-- c -->"],
    ["numeric and named references", "<a b='&lt;&#60;'>&amp;&#x26;&quot;&apos;&gt;</a>"],
    ["white space around the root and inside its tags", "\n<a \n b = '1' ></a >\n"],
    ["a declared prefix", `<p:a xmlns:p="urn:p" p:b="1"/>`],
    ["elements 64 deep", `${"<a>".repeat(64)}${"</a>".repeat(64)}`],
  ])("%s", (_what, xml) => {
    expect(malformation(xml)).toBeUndefined();
  });

  it("text with CDATA, comments and references as one text", () => {
    const parsed = parseXml("<a>one<!-- two -->&amp;<![CDATA[<three>]]></a>");
    expect("root" in parsed && textOf(parsed.root)).toBe("one&<three>");
  });

  it("U+0085 and U+2028 as they are, a carriage return as a line feed", () => {
    const parsed = parseXml("<a>\u0085\u2028\r\n\r.</a>");
    expect("root" in parsed && textOf(parsed.root)).toBe("\u0085\u2028\n\n.");
  });
});

describe("parseXml refuses", () => {
  it.each([
    ["nothing", "", "malformed", "no element at all"],
    ["only a comment", "<!-- a -->", "malformed", "no element at all"],
    ["a root that is never closed", "<a><b></b>", "malformed", "<a> is never closed"],
    ["tags that cross", "<a><b></a></b>", "malformed", "</a> where </b> is open"],
    ["tags that differ in case", "<a></A>", "malformed", "</A> where </a> is open"],
    ["an end tag too many", "<a></a></a>", "malformed", "</a> where nothing is open"],
    ["an end tag with more in it", "<a></a b>", "malformed", "an end tag that is not complete"],
    ["two roots", "<a/><b/>", "malformed", "a second root element"],
    ["text before the root", "x<a/>", "malformed", "text outside the root element"],
    ["text behind the root", "<a/>x", "malformed", "text outside the root element"],
    ["CDATA behind the root", "<a/><![CDATA[x]]>", "malformed", "text outside the root element"],
    ["an attribute without quotes", "<a b=1/>", "malformed", "the tag <a> is not complete"],
    ["an attribute without value", "<a b/>", "malformed", "the tag <a> is not complete"],
    ["attributes without space between", "<a b='1'c='2'/>", "malformed", "the tag <a> is not complete"],
    ["a < in an attribute", "<a b='<'/>", "malformed", "the tag <a> is not complete"],
    ["an attribute twice", "<a b='1' b='2'/>", "malformed", "the attribute b twice in one tag"],
    [
      "an attribute twice by two prefixes",
      `<a xmlns:p="urn:p" xmlns:q="urn:p" p:b="1" q:b="2"/>`,
      "malformed",
      "the attribute q:b twice in one tag",
    ],
    ["a prefix without declaration", "<p:a/>", "malformed", "<p:a> has a prefix that is never declared"],
    [
      "an attribute's prefix without declaration",
      "<a p:b='1'/>",
      "malformed",
      "the attribute p:b has a prefix that is never declared",
    ],
    ["a prefix declared as nothing", "<a xmlns:p=''/>", "malformed", "the prefix declaration xmlns:p is not allowed"],
    ["a single &", "<a>& b</a>", "malformed", "an & that begins none of XML's own references"],
    ["an entity of HTML", "<a>&nbsp;</a>", "malformed", "an & that begins none of XML's own references"],
    ["an entity in an attribute", "<a b='&c;'/>", "malformed", "an & that begins none of XML's own references"],
    ["a reference to U+0000", "<a>&#0;</a>", "malformed", "a reference to a character that XML does not have"],
    [
      "a reference beyond Unicode",
      "<a>&#x110000;</a>",
      "malformed",
      "a reference to a character that XML does not have",
    ],
    ["a control character", "<a>\u0001</a>", "malformed", "a character that XML does not have"],
    ["half a surrogate pair", "<a>\uD800</a>", "malformed", "a character that XML does not have"],
    ["]]> in text", "<a>]]></a>", "malformed", "]]> outside a CDATA section"],
    ["-- in a comment", "<a><!-- -- --></a>", "malformed", "a comment that does not end with -->"],
    ["an open comment", "<a><!-- </a>", "malformed", "a comment that does not end with -->"],
    ["an open CDATA section", "<a><![CDATA[</a>", "malformed", "a CDATA section that does not end with ]]>"],
    [
      "another encoding",
      `<?xml version="1.0" encoding="utf-16"?><a/>`,
      "processing-instruction",
      "a processing instruction, which SAML documents never have",
    ],
    [
      "a processing instruction",
      "<a><?b c?></a>",
      "processing-instruction",
      "a processing instruction, which SAML documents never have",
    ],
    ["a document type", "<!DOCTYPE a><a/>", "doctype", "a document type declaration, which SAML documents never have"],
    [
      "a document type with an entity",
      `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`,
      "doctype",
      "a document type declaration, which SAML documents never have",
    ],
    ["a byte order mark", "\uFEFF<a/>", "byte-order-mark", "a byte order mark before the document"],
    [
      "elements 65 deep",
      `${"<a>".repeat(65)}${"</a>".repeat(65)}`,
      "too-deep",
      "more than 64 elements inside each other",
    ],
  ])("%s", (_what, xml, code, message) => {
    expect(malformation(xml)).toMatchObject({ code, message });
  });

  it("with line and column of the fault", () => {
    expect(malformation("<a>\r\n  <b>\n</a>")).toMatchObject({ line: 3, column: 1 });
    expect(malformation("<a>\n  &b;</a>")).toMatchObject({ line: 2, column: 3 });
    expect(malformation("<a>\r\n\n  <b/><p:c/></a>")).toMatchObject({ line: 3, column: 7 });
  });
});
