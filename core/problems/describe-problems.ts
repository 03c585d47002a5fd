import type { Problem } from "./problem";
import { withoutControls } from "./shown";

const severities = ["error", "warning"] as const satisfies readonly Problem["severity"][];

/**
 * All problems of one component instance as one readable list, errors first.
 *
 * @param component What refuses, as users know it: `AccountFederation`.
 * @param instance Its name in the program or stack: `account1`.
 */
export function describeProblems(component: string, instance: string, problems: readonly Problem[]): string {
  const head = withoutControls(`${component} "${instance}": ${countOf(problems)}`);
  const entries = severities.flatMap((severity) =>
    problems.filter((problem) => problem.severity === severity).map(describeProblem),
  );
  return [head, ...entries].join("\n\n");
}

function describeProblem(problem: Problem): string {
  const rows: [label: string, text: string][] = [
    ["given", problem.given],
    ["expected", problem.expected],
  ];
  if (problem.remedy !== undefined) rows.push(["to do", problem.remedy]);
  const title = `  ${problem.severity}  ${problem.property}  (${problem.code})`;
  return [title, ...rows.map(([label, text]) => `    ${label.padEnd(8)}  ${text}`)].map(withoutControls).join("\n");
}

function countOf(problems: readonly Problem[]): string {
  const counts = severities
    .map((severity) => ({ severity, count: problems.filter((problem) => problem.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`);
  return counts.length === 0 ? "no problems" : counts.join(", ");
}
