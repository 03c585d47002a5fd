import { type AspectFamily, familyOf, memberOf } from "./aspects";
import type { Clause } from "./clause";
import { unreadable } from "./device-filter";
import type { Scope } from "./find-escape";

/**
 * Filters, and locations by ids that nobody has described, overlap in ways that cannot be known: “fits this filter and
 * not that one” may be a device that does not exist. What does exist is a device that fits none of them, and one that
 * fits any single one. Each of these is a view, in which the other filters and locations are taken to narrow nothing.
 */
export interface View {
  /** Clauses of the policies as seen in this view: those that hang on something out of sight are left out. */
  seen(clauses: readonly Clause[]): readonly Clause[];
  readonly scope: Scope;
}

const mostViews = 40;

/** @param untold families of which nothing may be assumed */
export function viewsOf(policies: readonly (readonly Clause[])[], untold: readonly AspectFamily[]): readonly View[] {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const clauses of policies) {
    const opaque = new Set(clauses.flatMap(({ anyOf }) => anyOf.map(({ aspect }) => aspect)).filter(isOpaque));
    const filters = (family: AspectFamily): readonly string[] =>
      [...opaque].filter((each) => familyOf(each) === family);
    const together = [
      filters("deviceFilter"),
      filters("applicationFilter"),
      ...filters("location").map((each) => [each]),
    ];
    for (const set of together) if (set.length > 0) sets.set(set.join("\n"), new Set(set));
  }
  const fitsNone: View = view((aspect) => !aspect.startsWith(memberOf("deviceFilter", unreadable)), ["no"], untold);
  const fitsOne = [...sets.values()].map((set) => view((aspect) => set.has(aspect), ["no", "yes"], untold));
  return [fitsNone, ...fitsOne].slice(0, mostViews);
}

function view(isSeen: (aspect: string) => boolean, values: readonly string[], untold: readonly AspectFamily[]): View {
  const hidden = (aspect: string): boolean =>
    isOpaque(aspect) && !(isSeen(aspect) && !untold.some((each) => each === familyOf(aspect)));
  return {
    seen: (clauses) => clauses.filter(({ anyOf }) => !anyOf.some(({ aspect }) => hidden(aspect))),
    scope: (aspect, all) => (isOpaque(aspect) ? values : all),
  };
}

function isOpaque(aspect: string): boolean {
  const family = familyOf(aspect);
  return family === "deviceFilter" || family === "applicationFilter" || family === "location";
}
