/** A value that is not known before the deployment has run. */
export const unknown: unique symbol = Symbol("unknown");

/** A plain value as handlers see it: known, and secrets already revealed. */
export type Known = null | boolean | number | string | readonly Known[] | { readonly [key: string]: Known };

/** A value as checks and diffs see it: any part of it can still be unknown. */
export type Value =
  null | boolean | number | string | typeof unknown | readonly Value[] | { readonly [key: string]: Value };

/** A resource's inputs when it is created, read or updated. */
export type Inputs = Readonly<Record<string, Known>>;

/** What a cloud answers about a resource. */
export type Outputs = Readonly<Record<string, Known>>;

/** A resource's inputs at check and preview, where any part can be unknown. */
export type PreviewInputs = Readonly<Record<string, Value>>;

export function isUnknown(value: Value | undefined): value is typeof unknown {
  return value === unknown;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function containsUnknown(value: Value | undefined): boolean {
  if (isList(value)) return value.some(containsUnknown);
  if (isObject(value)) return Object.values(value).some(containsUnknown);
  return isUnknown(value);
}

/** Narrows a value without unknown parts. @throws when a part is unknown, which a real run never sends. */
export function known(values: PreviewInputs): Inputs {
  const open = Object.keys(values).find((key) => containsUnknown(values[key]));
  if (open !== undefined) throw new Error(`property ${open} is unknown outside of a preview`);
  return values as Inputs;
}
