import { isList, type unknown, type Value } from "./property-value";

const secretMark: unique symbol = Symbol("secret");

/** A value that the engine keeps encrypted. */
export interface Secret {
  readonly [secretMark]: Sealed;
}

/** A value as it travels, its secret parts still marked. */
export type Sealed =
  null | boolean | number | string | typeof unknown | Secret | readonly Sealed[] | { readonly [key: string]: Sealed };

export type SealedProperties = Readonly<Record<string, Sealed>>;

export function secret(value: Sealed): Secret {
  return { [secretMark]: value };
}

/** What a secret holds, or `undefined` when the value is none. */
export function secretValue(sealed: Sealed | undefined): Sealed | undefined {
  return typeof sealed === "object" && sealed !== null && secretMark in sealed ? sealed[secretMark] : undefined;
}

/** The value without its marks. */
export function reveal(sealed: Sealed): Value {
  const held = secretValue(sealed);
  if (held !== undefined) return reveal(held);
  if (isSealedList(sealed)) return sealed.map(reveal);
  if (typeof sealed === "object" && sealed !== null) return revealAll(sealed as SealedProperties);
  return sealed;
}

export function revealAll(properties: SealedProperties): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, reveal(value)]));
}

export function containsSecret(sealed: Sealed | undefined): boolean {
  if (secretValue(sealed) !== undefined) return true;
  if (isSealedList(sealed)) return sealed.some(containsSecret);
  return (
    typeof sealed === "object" && sealed !== null && Object.values(sealed as SealedProperties).some(containsSecret)
  );
}

/**
 * Marks what must stay secret: what the schema says, and what was secret in one of the earlier bags.
 *
 * A value that an earlier bag holds unchanged keeps the exact marks it had; one that changed is sealed as a whole.
 */
export function sealAll(
  values: Readonly<Record<string, Value>>,
  isSecret: (property: string) => boolean,
  earlier: readonly SealedProperties[],
): SealedProperties {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, Sealed] => {
      if (isSecret(key)) return [key, secret(value)];
      const marked = earlier.map((bag) => (Object.hasOwn(bag, key) ? bag[key] : undefined)).filter(containsSecret);
      if (marked.length === 0) return [key, value];
      const unchanged = marked.find((old) => old !== undefined && sameValue(reveal(old), value));
      return [key, unchanged ?? secret(value)];
    }),
  );
}

/** Deep equality; unknown equals only unknown, and the order of keys has no meaning. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  const [ofA, ofB] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return ofA.size === ofB.size && [...ofA].every(([key, value]) => ofB.has(key) && sameValue(value, ofB.get(key)));
}

function isSealedList(sealed: Sealed | undefined): sealed is readonly Sealed[] {
  return Array.isArray(sealed);
}
