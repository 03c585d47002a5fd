import fc from "fast-check";
import * as prettier from "prettier";

/** A node of a Markdown document, without its children. */
export interface MarkdownNode {
  readonly type: string;
  readonly value: string;
}

interface Parsed extends Partial<MarkdownNode> {
  readonly type: string;
  readonly children?: readonly Parsed[];
}

/** All nodes of a Markdown document in their order, as remark reads it. */
export async function nodesOf(markdown: string): Promise<readonly MarkdownNode[]> {
  const { __debug: debug } = prettier as unknown as {
    readonly __debug: { parse(text: string, options: object): Promise<{ readonly ast: Parsed }> };
  };
  const { ast } = await debug.parse(markdown, { parser: "markdown" });
  return flattened(ast);
}

function flattened({ type, value = "", children = [] }: Parsed): readonly MarkdownNode[] {
  return [{ type, value }, ...children.flatMap(flattened)];
}

const attacks = [
  "<script>alert(1)</script>",
  "</details>",
  "<!-- entra-aws review x -->",
  "-->",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/a.png)",
  "](javascript:x)",
  "https://evil.example",
  "http://evil.example",
  "www.evil.example",
  "mailto:a@evil.example",
  "<https://evil.example>",
  "@org/team",
  "#12",
  "`",
  "```",
  "|",
  "\\",
  "**x**",
  "__x__",
  "~~x~~",
  "&lt;",
  "&#60;",
  "[^1]",
  "[x]: https://evil.example",
  "\n",
  "\r\n",
  "\n\n# x",
  "\u2028",
  "\u202e",
  "\u200b",
  "\u0000",
  "\ud800",
  "$x$",
  ":x:",
  " ",
] as const;

/** What clouds' names may hold, made to break out of a comment. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(""));
