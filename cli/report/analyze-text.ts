import type { AnalyzeSummary } from "#cli/jobs";

/** How many lines were answered, and how many of them were no question. */
export function renderAnalyzeSummary({ lines, unreadable }: AnalyzeSummary): string {
  const count = `${lines} ${lines === 1 ? "line" : "lines"}`;
  return unreadable === 0 ? count : `${count}, ${unreadable} of them unreadable`;
}
