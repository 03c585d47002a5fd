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
    const width = widthOf(own);
    return [paint.strong(group), ...own.flatMap((one, index) => lines(one, own[index + 1], width, paint))].join("\n");
  });
  return [...sections, verdict].join("\n\n");
}

/** A name that is longer than most only pushes its own line. */
const widest = 60;

function widthOf(examinations: readonly Examination[]): number {
  const lengths = examinations.map(({ name }) => withoutControls(name).length).filter((length) => length <= widest);
  return Math.max(20, ...lengths);
}

function lines(one: Examination, next: Examination | undefined, width: number, paint: Paint): string[] {
  const colour = one.outcome === "ok" ? paint.good : one.outcome === "missing" ? paint.bad : paint.strong;
  const [given = "", ...more] = one.given.split("\n");
  const head = `  ${colour(one.outcome.padEnd(8))} ${withoutControls(one.name).padEnd(width)} ${withoutControls(given)}`;
  const said = [head, ...more.map((line) => detail("", line))];
  if (one.outcome === "ok") return said;
  const [isRemedyNext, areCommandsNext] = [one.remedy === next?.remedy, sameCommands(one, next)];
  if (areCommandsNext && isRemedyNext) return said;
  const expected = one.expected === undefined ? [] : [detail("expected", one.expected)];
  const remedy = one.remedy === undefined ? [] : [detail("to do", one.remedy)];
  const commands = areCommandsNext ? [] : (one.commands ?? []).map((command) => detail("", command));
  return [...said, ...expected, ...remedy, ...commands];
}

/** What mends several things at once is shown behind the last of them. */
function sameCommands({ commands }: Examination, next: Examination | undefined): boolean {
  return commands !== undefined && next?.commands !== undefined && commands.join("\n") === next.commands.join("\n");
}

function detail(name: string, text: string): string {
  return `           ${name.padEnd(9)} ${withoutControls(text)}`;
}
