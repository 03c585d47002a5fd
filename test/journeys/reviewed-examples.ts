import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReviewFinding, ReviewResult } from "#cli/jobs";
import { projectRoot } from "#engine";
import { entraAws, stackFlags } from "./entra-aws-run";
import type { Workbench } from "./workbench";

/** A row of the table in an example's README: `rule | severity, level | resource`. */
export type ListedFinding = string;

/** `entra-aws review` of a stack that the workbench has configured, by its own preview. */
export async function reviewExample(
  bench: Workbench,
  stack: string,
  program: string,
): Promise<{ readonly code: number | null; readonly review: ReviewResult }> {
  const end = await entraAws(bench, ["review", ...stackFlags(bench, stack, program), "--json"]);
  if (end.stdout === "") throw new Error(end.stderr);
  return { code: end.code, review: JSON.parse(end.stdout) as ReviewResult };
}

/** The findings as a README lists them, in the review's order. */
export function listed({ findings }: ReviewResult): readonly ListedFinding[] {
  return findings.map(rowOf);
}

function rowOf({ rule, severity, level, outcome, resource }: ReviewFinding): ListedFinding {
  const state = outcome === "violation" ? level : `${level}, ${outcome}`;
  return `| \`${rule}\` | ${severity}, ${state} | ${resource === undefined ? "the stack" : `\`${resource.name}\``} |`;
}

/** The rows of the table below a heading of a page, with single blanks; none where there is no table. */
export function listedInPage(page: string, heading = "What a review says"): readonly ListedFinding[] {
  const [, after = ""] = readFileSync(join(projectRoot(), page), "utf8").split(`\n## ${heading}\n`);
  const [section = ""] = after.split("\n## ");
  const rows = section.split("\n").filter((line) => line.startsWith("| `") || line.startsWith("| the stack"));
  return rows.map((row) => row.replaceAll(/ +/g, " "));
}
