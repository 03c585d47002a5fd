import type { Compiled } from "./compile-ways";

/**
 * The values that a search has to try: a value that serves no way but those that another serves too can be left out.
 * Of users and applications that policies treat alike, one is left.
 */
export function withoutDominated({ full, policies }: Compiled): readonly bigint[] {
  const masks = full.map(() => [] as bigint[]);
  for (const { aspect, mask } of policies.flat(2)) masks[aspect]?.push(mask);
  return full.map((all, aspect) => undominated(all, [...new Set(masks[aspect])]));
}

const mostClasses = 2000;

function undominated(all: bigint, masks: readonly bigint[]): bigint {
  const size = all.toString(2).length;
  const rows = masks.map((mask) => mask.toString(2).padStart(size, "0"));
  const served = new Map<string, number>();
  for (let bit = 0; bit < size; bit++) {
    const serves = rows.map((row) => row.charAt(size - 1 - bit)).join("");
    if (!served.has(serves)) served.set(serves, bit);
  }
  const classes = [...served].map(([serves, bit]) => ({ serves: BigInt(`0b0${serves}`), bit: BigInt(bit) }));
  const isDominated = (serves: bigint): boolean =>
    classes.some((other) => other.serves !== serves && (serves & other.serves) === serves);
  const kept = classes.length > mostClasses ? classes : classes.filter(({ serves }) => !isDominated(serves));
  return kept.reduce((mask, { bit }) => mask | (1n << bit), 0n);
}
