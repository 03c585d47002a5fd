import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText, nodesOf } from "./markdown.test-support";
import { renderReviewMarkdown } from "./review-markdown";
import { finding, reviewWith, waiver } from "./review.test-support";

const reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html";

describe("a review as Markdown", () => {
  it("begins with a marker by which its comment is found again, then the totals, then what is worst", () => {
    const review = reviewWith([finding({ location: { file: "index.ts", line: 7 } })]);
    expect(renderReviewMarkdown(review)).toBe(`<!-- entra-aws review shop/dev -->

## Review of \`shop/dev\`

**1 finding in 12 resources: 1 mandatory · 1 high**

### High

**\`trust-example\`** (mandatory): anybody can assume it

\`aws:iam/role:Role\` \`open\` · \`assumeRolePolicy\` · \`index.ts:7\`

<details><summary>How to mend it, and why</summary>

Name the principals that are meant.

Whoever is trusted becomes the role.

<${reference}>

CIS AWS 5.0.0 1.15

\`urn:pulumi:dev::shop::aws:iam/role:Role::open\`

</details>
`);
  });

  it("says that there is nothing, so that an old comment does not stay", () => {
    expect(renderReviewMarkdown(reviewWith([]))).toBe(
      "<!-- entra-aws review shop/dev -->\n\n## Review of `shop/dev`\n\n**no findings in 12 resources**\n",
    );
  });

  it("puts severities in their order and the waived ones last", async () => {
    const all = (["critical", "high", "medium", "low"] as const).map((severity) => finding({ severity }));
    const markdown = renderReviewMarkdown(reviewWith([...all, finding({ waived: waiver })]));
    expect(markdown.match(/^### .*$/gm)).toEqual(["### Critical", "### High", "### Medium", "### Low", "### Waived"]);
    expect(markdown).toContain("\nwaived until 2027-03-31 by platform: moves next month\n");
    const nodes = await nodesOf(markdown);
    expect(nodes.filter(({ type }) => type === "heading")).toHaveLength(6);
  });

  it("keeps within 60,000 characters and counts the rest by severity", () => {
    const many = Array.from({ length: 400 }, (_, index) => finding({ severity: index < 300 ? "high" : "low" }));
    const markdown = renderReviewMarkdown(reviewWith([...many, finding({ waived: waiver })]));
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    const shown = markdown.match(/^\*\*`trust-example`\*\*/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(markdown.trimEnd().split("\n").at(-1)).toBe(
      `**And ${401 - shown} more that this comment has no room for: ${300 - shown} high, 100 low, 1 waived.** ` +
        "`entra-aws review` prints them all.",
    );
  });

  it("has no heading above nothing where the room ends", () => {
    const first = finding({ severity: "high", remedy: "x".repeat(1900) });
    for (let count = 20; count < 32; count++) {
      const high = Array.from({ length: count }, () => first);
      const markdown = renderReviewMarkdown(reviewWith([...high, finding({ severity: "low" })]));
      expect(markdown).not.toMatch(/^### \w+\n\n\*\*And/m);
    }
  });

  it("keeps to that whatever the length of what clouds call things", () => {
    const long = "a\u202e".repeat(100_000);
    const resource = { urn: long, type: long, name: long };
    const markdown = renderReviewMarkdown(
      reviewWith([finding({ message: long, remedy: long, resource, property: long })]),
    );
    expect(markdown.length).toBeLessThanOrEqual(60_000);
  });

  it("lets no name end the marker", () => {
    const [marker] = renderReviewMarkdown(reviewWith([], { stack: "dev --> <script>" })).split("\n");
    expect(marker).toBe("<!-- entra-aws review shop/dev%20--%3E%20%3Cscript%3E -->");
  });

  it("has no HTML, link or image of others, whatever clouds call things", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (name, text) => {
        const hostile = finding({
          pack: name,
          rule: name,
          message: text,
          remedy: text,
          why: text,
          property: name,
          frameworks: [text],
          references: [reference, `x ${text}`],
          resource: { urn: name, type: name, name },
          location: { file: name, line: 1 },
        });
        const review = reviewWith([hostile, { ...hostile, waived: { ...waiver, reason: text, owner: name } }]);
        const markdown = renderReviewMarkdown({ ...review, stack: name });
        const nodes = await nodesOf(markdown);
        const html = new Set(nodes.filter(({ type }) => type === "html").map(({ value }) => value));
        html.delete(markdown.split("\n")[0] ?? "");
        html.delete("<!-- -->");
        expect([...html].sort()).toEqual(["</details>", "<details><summary>How to mend it, and why</summary>"]);
        const kinds = new Set(nodes.map(({ type }) => type));
        const expected = ["heading", "html", "inlineCode", "link", "paragraph", "root", "strong", "text"];
        expect([...kinds].filter((kind) => kind !== "emphasis").sort()).toEqual(expected);
        expect(nodes.filter(({ type }) => type === "link")).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });
});
