import type { CompiledStatement } from "./compile-statement";
import { areApart, type ArnOutline } from "./arn-outline";
import { spend, type Effort } from "./effort";
import { anyText, type Glob } from "./glob";
import { globsMeet } from "./globs-meet";

/** Resources of one type that an action can act on: those of `glob`, but for those of `none`. */
export interface Target {
  readonly glob: Glob;
  readonly none: readonly Glob[];
  readonly outline: ArnOutline;
}

/** What limits an Allow statement. */
export interface Limits {
  readonly denies: readonly CompiledStatement[];
  /** Allow statements of the permissions boundary. @default there is no boundary */
  readonly boundary: readonly CompiledStatement[] | undefined;
}

/** The entries of one statement on which it really allows something. */
export function usableResources(
  allow: CompiledStatement,
  limiting: Limits,
  targets: readonly Target[],
  effort: Effort,
): readonly string[] {
  const limits = limitsOf(limiting, effort);
  return allow
    .resources()
    .filter(({ widest, outline }) =>
      limits.some(({ all, none }) =>
        targets.some(
          (target) =>
            !spend(effort, 1) ||
            (!areApart(outline, target.outline) &&
              globsMeet(
                {
                  all: withoutAnyText([widest, target.glob, ...all]),
                  none: [...target.none, ...surely(allow), ...none],
                },
                effort,
              )),
        ),
      ),
    )
    .map(({ text }) => text);
}

interface Limit {
  readonly all: readonly Glob[];
  readonly none: readonly Glob[];
}

/**
 * What Deny statements and the boundary leave, as alternatives: one entry of a boundary's statement is enough, and a Deny
 * on `NotResource` leaves only what is listed there.
 */
function limitsOf({ denies, boundary }: Limits, effort: Effort): readonly Limit[] {
  const listed = denies.filter((deny) => deny.notResources().length === 0);
  const unlisted = denies.filter((deny) => deny.notResources().length > 0);
  const none = listed.flatMap((deny) => deny.resources().flatMap(({ surely }) => (surely ? [surely] : [])));
  const within = boundary?.flatMap((allow) =>
    allow.resources().map(({ widest }): Limit => ({ all: [widest], none: surely(allow) })),
  );
  const lists = [
    ...(within === undefined ? [] : [within]),
    ...unlisted.map((deny) => deny.notResources().map(({ widest }): Limit => ({ all: [widest], none: [] }))),
  ];
  let limits: readonly Limit[] = [{ all: [], none }];
  for (const list of lists) {
    // Lists multiply; one that is left out can only let something pass for granted.
    if (limits.length * list.length > mostLimits || !spend(effort, limits.length * list.length)) continue;
    limits = limits.flatMap((limit) => list.map((each) => both(limit, each)));
  }
  return limits;
}

const mostLimits = 2000;

function both(one: Limit, other: Limit): Limit {
  return { all: [...one.all, ...other.all], none: [...one.none, ...other.none] };
}

function surely(allow: CompiledStatement): readonly Glob[] {
  return allow.notResources().flatMap(({ surely: glob }) => (glob ? [glob] : []));
}

function withoutAnyText(globs: readonly Glob[]): readonly Glob[] {
  const [anyToken] = anyText;
  return globs.filter((glob) => glob.length !== 1 || glob[0]?.takes !== anyToken?.takes);
}
