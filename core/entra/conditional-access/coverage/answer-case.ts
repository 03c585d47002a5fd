import type { Clause } from "./clause";
import type { CoverageCase } from "./coverage-case";
import { describeEscape, describeMisses } from "./describe-escape";
import { completed, findEscape, type Point, type Scope } from "./find-escape";
import { viewsOf } from "./opaque-aspects";
import type { PolicyRegion } from "./policy-region";
import type { CoverageTerms } from "./question";

export interface CoverageAnswer {
  /** `undetermined` where it hangs on what has not been told, or cannot be understood. */
  readonly answer: "yes" | "no" | "undetermined";
  /** Empty for a yes; else the sign-in that escapes, then why each policy does not reach it. */
  readonly reasons: readonly string[];
}

/**
 * Yes where no sign-in that may exist escapes the policies that are understood; no where one that surely exists escapes
 * even if every doubt is resolved in favour of the policies.
 *
 * @param besides sign-ins that are not asked about, as policies that reach them
 */
export function answerCase(
  asked: CoverageCase,
  regions: readonly PolicyRegion[],
  demand: CoverageTerms["demand"],
  besides: readonly (readonly Clause[])[] = [],
): CoverageAnswer {
  const enforced = regions.filter(({ ignored }) => ignored === undefined);
  const understood = enforced.filter(({ doubts }) => doubts.length === 0).map(({ clauses }) => clauses);
  const perhaps = findEscape([...besides, ...understood], asked.possible);
  if (perhaps.found === "none") return { answer: "yes", reasons: [] };
  const all = [...besides, ...enforced.map(({ clauses }) => clauses)];
  const told = (answer: "no" | "undetermined", found: Point, scope: Scope): CoverageAnswer => {
    const unusual = [...asked.about, ...found].filter(([aspect]) => !asked.told(aspect));
    const escape = describeEscape(demand, asked.whose, new Map(unusual));
    const first = answer === "no" ? escape : `it is not known whether ${escape}`;
    return { answer, reasons: [first, ...describeMisses(regions, completed(found, all, scope))] };
  };
  for (const view of viewsOf(all, asked.untold)) {
    const scope: Scope = (aspect, values) => asked.sure(aspect, view.scope(aspect, values));
    const seen = all.map((clauses) => view.seen(clauses));
    const surely = findEscape(seen, scope);
    if (surely.found === "escape") return told("no", surely.point, scope);
  }
  if (perhaps.found === "escape") return told("undetermined", perhaps.point, asked.possible);
  return { answer: "undetermined", reasons: ["the policies overlap in too many ways to follow them all"] };
}
