import type { Value } from "./property-value";

/** The input in which bridged providers keep the names of the properties that they filled in themselves. */
export const defaultsKey = "__defaults";

/** The properties that an earlier check filled in. */
export function filledIn(properties: Readonly<Record<string, Value>>): ReadonlySet<string> {
  const names = properties[defaultsKey];
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
}

export function withoutDefaultNames<T>(properties: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== defaultsKey));
}
