import { valuesOf } from "./aspects";
import { type Clause, holds } from "./clause";
import { compile, type Ways } from "./compile-ways";
import { withoutDominated } from "./dominance";

/** A value for each aspect that some policy names. */
export type Point = ReadonlyMap<string, string>;

export type Search =
  | { readonly found: "escape"; readonly point: Point }
  | { readonly found: "none" }
  /** The policies overlap in too many ways to follow them all. */
  | { readonly found: "too many" };

/** The values of an aspect that a search considers, of all that it may have. */
export type Scope = (aspect: string, values: readonly string[]) => readonly string[];

const mostSteps = 4000;

/**
 * Looks for a sign-in that none of the policies reaches.
 *
 * A policy is escaped by missing one of its clauses, which narrows a few aspects (a way). The search picks a way for
 * each policy so that all of them agree, the policy with the fewest ways first.
 */
export function findEscape(policies: readonly (readonly Clause[])[], scope: Scope): Search {
  const domains = domainsOf(policies, scope);
  if ([...domains.values()].some((values) => values.length === 0)) return { found: "none" };
  const compiled = compile(policies, domains);
  if (compiled === undefined) return { found: "none" };
  const start = withoutDominated(compiled);
  const steps = { left: mostSteps };
  const found = search(start, compiled.policies, new Set(), steps);
  if (found === undefined) return { found: steps.left > 0 ? "none" : "too many" };
  const point = new Map(
    compiled.aspects.map((aspect, index) => [aspect, valueAt(domains.get(aspect) ?? [], found[index] ?? 1n)]),
  );
  return { found: "escape", point: asOrdinaryAsCan(point, domains, policies) };
}

/** The sign-in with the ordinary value of each aspect that other policies name too. */
export function completed(point: Point, policies: readonly (readonly Clause[])[], scope: Scope): Point {
  const ordinary = [...domainsOf(policies, scope)].map(([aspect, values]) => [aspect, values[0] ?? ""] as const);
  return new Map([...ordinary, ...point]);
}

function domainsOf(policies: readonly (readonly Clause[])[], scope: Scope): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, Set<string>>();
  for (const { aspect, values } of policies.flat().flatMap(({ anyOf }) => anyOf)) {
    const known = named.get(aspect) ?? new Set();
    for (const value of values) known.add(value);
    named.set(aspect, known);
  }
  return new Map([...named].map(([aspect, values]) => [aspect, scope(aspect, valuesOf(aspect, values))]));
}

type Domains = readonly bigint[];

function search(
  domains: Domains,
  policies: readonly Ways[],
  dead: Set<string>,
  steps: { left: number },
): Domains | undefined {
  if (steps.left-- <= 0) return undefined;
  const settled = settle(domains, policies);
  if (settled === undefined) return undefined;
  const [first] = settled.open;
  if (first === undefined) return settled.domains;
  const key = settled.domains.join();
  if (dead.has(key)) return undefined;
  const fewest = settled.open.reduce((best, ways) => (ways.length < best.length ? ways : best), first);
  for (const way of fewest) {
    const found = search(narrowed(settled.domains, way), settled.open, dead, steps);
    if (found !== undefined) return found;
  }
  dead.add(key);
  return undefined;
}

/** Follows every policy that leaves one way only; `open` are those with several, each with the ways that are left. */
function settle(
  domains: Domains,
  policies: readonly Ways[],
): { readonly domains: Domains; readonly open: readonly Ways[] } | undefined {
  let current = domains;
  let open = policies;
  for (let changed = true; changed;) {
    changed = false;
    const still: Ways[] = [];
    for (const ways of open) {
      const left = ways.filter((way) => way.every(({ aspect, mask }) => ((current[aspect] ?? 0n) & mask) !== 0n));
      if (left.length === 0) return undefined;
      if (left.some((way) => way.every(({ aspect, mask }) => ((current[aspect] ?? 0n) & ~mask) === 0n))) continue;
      const [only] = left;
      if (left.length > 1 || only === undefined) {
        still.push(left);
        continue;
      }
      current = narrowed(current, only);
      changed = true;
    }
    open = still;
  }
  return { domains: current, open };
}

function narrowed(domains: Domains, way: Ways[number]): Domains {
  const next = [...domains];
  for (const { aspect, mask } of way) next[aspect] = (next[aspect] ?? 0n) & mask;
  return next;
}

function valueAt(values: readonly string[], mask: bigint): string {
  return values.find((_, bit) => ((mask >> BigInt(bit)) & 1n) === 1n) ?? "";
}

/** Takes every aspect back to its ordinary value where the sign-in escapes with it too. */
function asOrdinaryAsCan(
  point: Map<string, string>,
  domains: ReadonlyMap<string, readonly string[]>,
  policies: readonly (readonly Clause[])[],
): Point {
  const concerned = policiesByAspect(policies);
  for (const [aspect, value] of point) {
    const ordinary = domains.get(aspect)?.[0] ?? value;
    if (ordinary === value) continue;
    point.set(aspect, ordinary);
    if (concerned.get(aspect)?.some((clauses) => missedClause(clauses, point) === undefined)) point.set(aspect, value);
  }
  return point;
}

function policiesByAspect(
  policies: readonly (readonly Clause[])[],
): ReadonlyMap<string, readonly (readonly Clause[])[]> {
  const concerned = new Map<string, (readonly Clause[])[]>();
  for (const clauses of policies) {
    for (const aspect of new Set(clauses.flatMap(({ anyOf }) => anyOf.map((literal) => literal.aspect)))) {
      const others = concerned.get(aspect);
      if (others === undefined) concerned.set(aspect, [clauses]);
      else others.push(clauses);
    }
  }
  return concerned;
}

/** The first clause that leaves a sign-in out. */
export function missedClause(clauses: readonly Clause[], point: Point): Clause | undefined {
  return clauses.find(({ anyOf }) => !anyOf.some((literal) => holds(literal, point.get(literal.aspect) ?? "")));
}
