import type { Clause, Literal } from "./clause";

/** A way out of one policy: for some aspects, by index, the values that miss one of its clauses, as bits. */
export type Way = readonly { readonly aspect: number; readonly mask: bigint }[];

export type Ways = readonly Way[];

export interface Compiled {
  readonly aspects: readonly string[];
  /** All values of each aspect, as bits. */
  readonly full: readonly bigint[];
  /** The policies that are not escaped by every sign-in. */
  readonly policies: readonly Ways[];
}

/** @returns nothing where a policy has no way out */
export function compile(
  policies: readonly (readonly Clause[])[],
  domains: ReadonlyMap<string, readonly string[]>,
): Compiled | undefined {
  const aspects = [...domains.keys()];
  const full = aspects.map((aspect) => (1n << BigInt(domains.get(aspect)?.length ?? 0)) - 1n);
  const indexes = indexesOf(aspects, domains);
  const compiled: Ways[] = [];
  for (const clauses of policies) {
    const ways = merged(clauses.flatMap((clause) => wayOut(clause, full, indexes)));
    if (ways.length === 0) return undefined;
    if (!ways.some((way) => way.every(({ aspect, mask }) => mask === full[aspect]))) compiled.push(ways);
  }
  return { aspects, full, policies: compiled };
}

interface Index {
  readonly aspect: number;
  /** The bit of each value. */
  readonly bits: ReadonlyMap<string, bigint>;
}

function indexesOf(
  aspects: readonly string[],
  domains: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Index> {
  const bitsOf = (values: readonly string[]): ReadonlyMap<string, bigint> =>
    new Map(values.map((value, bit) => [value, 1n << BigInt(bit)]));
  return new Map(aspects.map((aspect, index) => [aspect, { aspect: index, bits: bitsOf(domains.get(aspect) ?? []) }]));
}

function wayOut({ anyOf }: Clause, full: readonly bigint[], indexes: ReadonlyMap<string, Index>): readonly Way[] {
  const masks = new Map<number, bigint>();
  for (const literal of anyOf) {
    const index = indexes.get(literal.aspect);
    if (index === undefined) continue;
    const all = full[index.aspect] ?? 0n;
    const missing = (masks.get(index.aspect) ?? all) & missed(literal, index, all);
    if (missing === 0n) return [];
    masks.set(index.aspect, missing);
  }
  return [[...masks].map(([aspect, mask]) => ({ aspect, mask }))];
}

/** Ways by one aspect are one way: whoever is excluded by his id is out, whichever id it is. */
function merged(ways: Ways): Ways {
  const simple = new Map<number, bigint>();
  const others: Way[] = [];
  for (const way of ways) {
    const [first, ...more] = way;
    if (first === undefined || more.length > 0) others.push(way);
    else simple.set(first.aspect, (simple.get(first.aspect) ?? 0n) | first.mask);
  }
  return [...[...simple].map(([aspect, mask]) => [{ aspect, mask }]), ...others];
}

/** The values of which the statement does not hold. */
function missed({ values, negated }: Literal, { bits }: Index, all: bigint): bigint {
  const named = values.reduce((mask, value) => mask | (bits.get(value) ?? 0n), 0n);
  return negated === true ? named : all & ~named;
}
