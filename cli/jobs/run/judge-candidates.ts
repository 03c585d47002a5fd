import type { Candidate, Finder } from "./finder";

/** What is known of the interrupted run when one of its creates is looked up. */
export interface Circumstances {
  readonly begun: Beginning;
  /** The ids of the type that the stack has already. */
  readonly known: ReadonlySet<string>;
}

/** When the interrupted run began, by the clock of the machine that ran it. */
export interface Beginning {
  readonly at: Date;
  /** Whether it began then, or is only known not to have begun before. */
  readonly isExact: boolean;
}

/** What became of a pending create. */
export type Verdict =
  | { readonly kind: "found"; readonly candidate: Candidate }
  | { readonly kind: "absent" }
  | { readonly kind: "unclear"; readonly reason: string; readonly candidates: readonly Candidate[] };

/** How far a cloud's clock may be behind this machine's, in milliseconds; AWS tells times to the second. */
const clockTolerance = 5000;

/**
 * Decides whether one of the things that have the name of a pending create is the one that it made. Taking a stranger's
 * for it would let a later destroy delete it, so what is not shown to be ours is left to people. A clock that is wrong
 * makes things unclear, and not somebody's: by one that is ahead all of them are older than the run.
 */
export function judgeCandidates(
  finder: Pick<Finder<never>, "shownBy" | "mayRepeat">,
  candidates: readonly Candidate[],
  { begun, known }: Circumstances,
): Verdict {
  const isYounger = ({ createdAt }: Candidate, tolerance = clockTolerance): boolean =>
    createdAt !== undefined && createdAt.getTime() >= begun.at.getTime() - tolerance;
  const strangers = candidates.filter(({ id }) => !known.has(id));
  const possible = finder.mayRepeat === true ? strangers.filter((each) => isYounger(each)) : strangers;
  const [only, ...more] = possible;
  if (only === undefined) {
    return { kind: "absent" };
  }
  if (more.length > 0) {
    return { kind: "unclear", reason: `${possible.length} of this name are there`, candidates: possible };
  }
  const isShown = {
    name: true,
    time: isYounger(only),
    content: only.isEqual === true,
    proof: begun.isExact && isYounger(only, begun.at.getTime() % 1000),
  }[finder.shownBy];
  return isShown
    ? { kind: "found", candidate: only }
    : { kind: "unclear", reason: reasonOf(finder.shownBy, only, begun), candidates: possible };
}

function reasonOf(shownBy: Finder<never>["shownBy"], { createdAt }: Candidate, { at, isExact }: Beginning): string {
  if (shownBy === "content") {
    return "one of this name is there that says something else";
  }
  if (createdAt === undefined) {
    return "one of this name is there, and nothing tells when it was made";
  }
  const run = isExact
    ? `the interrupted run began ${at.toISOString()} by the clock of its machine`
    : `nothing tells when the interrupted run began, but that it was after ${at.toISOString()}`;
  return `one of this name is there, made ${createdAt.toISOString()}, and ${run}`;
}
