import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutControls } from "#core/problems";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown";
import { hostileText, nodesOf } from "./markdown.test-support";

describe("escapeMarkdown", () => {
  it("is read by a parser as that text and empty comments, whatever the text is", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const nodes = await nodesOf(`x ${escapeMarkdown(text)} x\n`);
        const others = nodes.filter(({ type, value }) => type !== "text" && !(type === "html" && value === "<!-- -->"));
        expect(others.map(({ type }) => type)).toEqual(["root", "paragraph"]);
        const read = nodes.map(({ type, value }) => (type === "text" ? value : "")).join("");
        expect(read).toBe(`x ${withoutControls(text)} x`);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert\\(1\\)&lt;/script&gt;"],
    ["[x](javascript:alert)", "\\[x\\]\\(javascript:alert\\)"],
    ["@org/team", "@<!-- -->org/team"],
    ["https://evil.example", "https:<!-- -->//evil.example"],
    ["www.evil.example", "www<!-- -->.evil.example"],
    ["fixes #12", "fixes \\#<!-- -->12"],
    ["a|b", "a\\|b"],
    ["a\nb", "a\\\\u{a}b"],
  ])("writes %j as %j", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

describe("codeSpan", () => {
  it("is read by a parser as one code span of that text, whatever the text is", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const nodes = await nodesOf(`x ${codeSpan(text)} x\n`);
        const isEmpty = withoutControls(text).trim() === "";
        expect(nodes.map(({ type }) => type)).toEqual(
          isEmpty
            ? ["root", "paragraph", "text", "emphasis", "text", "text"]
            : ["root", "paragraph", "text", "inlineCode", "text"],
        );
        const shown = withoutControls(text).trim();
        if (!isEmpty) expect(nodes[3]?.value.trim()).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a|b", "`a|b`"],
    ["", "*(empty)*"],
  ])("writes %j as %s", (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown);
  });
});

describe("markdownLink", () => {
  it("links an address of HTTPS", () => {
    expect(markdownLink("https://docs.aws.amazon.com/IAM/x.html#a")).toBe("<https://docs.aws.amazon.com/IAM/x.html#a>");
  });

  it.each(["javascript:alert(1)", "http://a.example", "https://a.example/> <script>", "https://a.example/\n"])(
    "does not link %j",
    (reference) => {
      expect(markdownLink(reference)).not.toMatch(/^<http/);
    },
  );
});
