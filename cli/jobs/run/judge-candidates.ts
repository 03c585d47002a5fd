import type { Candidate, Finder } from "./finder";

/** What is known of the interrupted run when one of its creates is looked up. */
export interface Circumstances {
  /** When that run began, or an earlier moment before which nothing can be of it. */
  readonly since: Date;
  /** The ids of the type that the stack has already. */
  readonly known: ReadonlySet<string>;
}

/** What became of a pending create. */
export type Verdict =
  | { readonly kind: "found"; readonly id: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unclear"; readonly reason: string; readonly candidates: readonly Candidate[] };

/** How far a cloud's clock may be behind this machine's, in milliseconds; AWS tells times to the second. */
const clockTolerance = 5000;

/**
 * Decides whether one of the things that have the name of a pending create is the one that it made. Taking a stranger's
 * for it would let a later destroy delete it, so what is not shown to be ours is left to people.
 */
export function judgeCandidates(
  finder: Pick<Finder<never>, "shownBy" | "mayRepeat">,
  candidates: readonly Candidate[],
  { since, known }: Circumstances,
): Verdict {
  const isYounger = ({ createdAt }: Candidate): boolean =>
    createdAt !== undefined && createdAt.getTime() >= since.getTime() - clockTolerance;
  const strangers = candidates.filter(({ id }) => !known.has(id));
  const possible = finder.mayRepeat === true ? strangers.filter(isYounger) : strangers;
  const [only, ...more] = possible;
  if (only === undefined) {
    return { kind: "absent" };
  }
  if (more.length > 0) {
    return { kind: "unclear", reason: `${possible.length} of this name are there`, candidates: possible };
  }
  const isShown = { name: true, time: isYounger(only), content: only.isEqual === true }[finder.shownBy];
  return isShown
    ? { kind: "found", id: only.id }
    : { kind: "unclear", reason: reasonOf(finder.shownBy, only), candidates: possible };
}

function reasonOf(shownBy: Finder<never>["shownBy"], { createdAt }: Candidate): string {
  if (shownBy === "content") {
    return "one of this name is there that says something else";
  }
  return createdAt === undefined
    ? "one of this name is there, and nothing tells when it was made"
    : `one of this name is there, made ${createdAt.toISOString()}, before the interrupted run began`;
}
