import type { Examination, StackDoctorResult } from "#cli/jobs";
import { withoutControls } from "#core/problems";
import type { Paint } from "./paint";

/** Whether a stack can run here: a line an examination, in groups, each with what to do. */
export function renderStackDoctor({ stack, examinations, isReady }: StackDoctorResult, paint: Paint): string {
  const groups = [...new Set(examinations.map(({ group }) => group))];
  const count = examinations.filter(({ outcome }) => outcome === "missing" || outcome === "unknown").length;
  const verdict = isReady
    ? paint.good(`stack ${withoutControls(stack)} can run here`)
    : paint.bad(`${count} thing${count === 1 ? "" : "s"} to look at before stack ${withoutControls(stack)} runs here`);
  const sections = groups.map((group) => {
    const own = examinations.filter((one) => one.group === group);
    return [paint.strong(group), ...own.flatMap((one, index) => lines(one, own[index + 1], paint))].join("\n");
  });
  return [...sections, verdict].join("\n\n");
}

function lines(one: Examination, next: Examination | undefined, paint: Paint): string[] {
  const colour = one.outcome === "ok" ? paint.good : one.outcome === "missing" ? paint.bad : paint.strong;
  const head = `  ${colour(one.outcome.padEnd(8))} ${withoutControls(one.name).padEnd(30)} ${withoutControls(one.given)}`;
  if (one.outcome === "ok" || isMendedWith(one, next)) return [head];
  const expected = one.expected === undefined ? [] : [detail("expected", one.expected)];
  const remedy = one.remedy === undefined ? [] : [detail("to do", one.remedy)];
  return [head, ...expected, ...remedy, ...(one.commands ?? []).map((command) => detail("", command))];
}

/** What mends several things at once is shown behind the last of them. */
function isMendedWith(one: Examination, next: Examination | undefined): boolean {
  if (one.commands === undefined || next?.commands === undefined) return false;
  return one.commands.join("\n") === next.commands.join("\n") && one.remedy === next.remedy;
}

function detail(name: string, text: string): string {
  return `           ${name.padEnd(9)} ${withoutControls(text)}`;
}
