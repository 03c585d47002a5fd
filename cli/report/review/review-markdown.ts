import type { ReviewFinding, ReviewResult } from "#cli/jobs";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown";
import { list, outcomeWords, placeOf, ruleName, severities, totalsLine } from "./review-words";
import { uriPart } from "./uri-part";

/** Fits into a comment on GitHub (65,536 characters) and on Azure DevOps (150,000), with room for what goes around it. */
const longestComment = 60_000;

/** Room for the line that counts what did not fit. */
const reserve = 500;

const longestText = 2000;

/** A review as a comment on a pull request: totals first, then worst first, at most 60,000 characters, the rest counted. */
export function renderReviewMarkdown(review: ReviewResult): string {
  const { project, stack } = review;
  const head = [
    reviewMarker(review),
    `## Review of ${codeSpan(`${project}/${stack}`)}`,
    `**${escapeMarkdown(totalsLine(review))}**`,
  ].join("\n\n");
  const budget = longestComment - reserve - head.length;
  const { blocks, left } = fitting(sectionsOf(review), budget);
  return `${[head, ...blocks, ...(left.length === 0 ? [] : [restOf(left)])].join("\n\n")}\n`;
}

/** The hidden first line by which a pipeline finds its own comment again. */
export function reviewMarker({ project, stack }: Pick<ReviewResult, "project" | "stack">): string {
  // Nothing in it may end the comment.
  const name = `${project}/${stack}`.replace(/[^\w./-]/gu, uriPart);
  return `<!-- entra-aws review ${name} -->`;
}

/** A part of the comment, and the finding that it is of; headings are of none. */
interface Block {
  readonly text: string;
  readonly finding?: ReviewFinding;
}

function sectionsOf({ findings, waived }: ReviewResult): readonly Block[] {
  const bySeverity = severities.map((severity) => findings.filter((finding) => finding.severity === severity));
  const section = (title: string, all: readonly ReviewFinding[]): Block[] =>
    all.length === 0 ? [] : [{ text: `### ${title}` }, ...all.map((finding) => ({ text: itemOf(finding), finding }))];
  return [
    ...bySeverity.flatMap((all, index) => section(titles[severities[index] ?? "low"], all)),
    ...section("Waived", waived),
  ];
}

const titles: Readonly<Record<ReviewFinding["severity"], string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** As many blocks from the beginning as fit. */
function fitting(blocks: readonly Block[], budget: number): { blocks: string[]; left: readonly ReviewFinding[] } {
  let used = 0;
  const end = blocks.findIndex(({ text }) => (used += text.length + 2) > budget);
  const shown = end < 0 ? blocks : blocks.slice(0, end);
  // A heading above nothing says less than the line that counts.
  const whole = shown.at(-1)?.finding === undefined ? shown.slice(0, -1) : shown;
  const left = blocks.slice(whole.length).flatMap(({ finding }) => finding ?? []);
  return { blocks: whole.map(({ text }) => text), left };
}

function restOf(left: readonly ReviewFinding[]): string {
  const waived = left.filter((finding) => finding.waived !== undefined).length;
  const counts = severities.map((severity) => {
    const count = left.filter((finding) => finding.severity === severity && finding.waived === undefined).length;
    return [count, severity] as const;
  });
  return `**And ${left.length} more that this comment has no room for: ${list([...counts, [waived, "waived"]])}.** \`entra-aws review\` prints them all.`;
}

function itemOf(finding: ReviewFinding): string {
  const { level, severity, outcome, message, resource, property, waived } = finding;
  const where = [
    ...(resource === undefined ? [] : [`${codeSpan(clipped(resource.type))} ${codeSpan(clipped(resource.name))}`]),
    ...[property, placeOf(finding)].flatMap((text) => (text === undefined ? [] : [codeSpan(clipped(text))])),
  ];
  const until = waived && `waived until ${waived.expires} by ${waived.owner}: ${waived.reason}`;
  const state = waived === undefined ? level : severity;
  return [
    `**${codeSpan(ruleName(finding))}** (${state}): ${outcomeWords[outcome]}${prose(message)}`,
    ...(where.length === 0 ? [] : [where.join(" · ")]),
    ...(until === undefined ? [] : [prose(until)]),
    detailsOf(finding),
  ].join("\n\n");
}

/** Folded: who only wants to know what is wrong is not kept from the next finding. */
function detailsOf({ remedy, why, references, frameworks, resource }: ReviewFinding): string {
  return [
    "<details><summary>How to mend it, and why</summary>",
    prose(remedy),
    ...(why === "" ? [] : [prose(why)]),
    ...(references.length === 0 ? [] : [references.map(markdownLink).join(" · ")]),
    ...(frameworks.length === 0 ? [] : [frameworks.map(prose).join(" · ")]),
    ...(resource === undefined ? [] : [codeSpan(clipped(resource.urn))]),
    "</details>",
  ].join("\n\n");
}

function prose(text: string): string {
  return escapeMarkdown(clipped(text));
}

/** A name or message of any length as one that leaves room for others. */
function clipped(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longestText ? text : `${characters.slice(0, longestText - 1).join("")}…`;
}
