import { containsUnknown, isList, isObject, type Known, unknown, type Value } from "./property-value";
import { sameValue } from "./sealed";

/** The JSON text of an object that stands where a document is expected, its keys in order; texts stay as they are. */
export function jsonDocument(value: Value): Value {
  if (!isObject(value) && !isList(value)) return value;
  return containsUnknown(value) ? unknown : JSON.stringify(sorted(value));
}

/** Whether two texts hold the same JSON; texts that are no JSON are compared as they are. */
export function sameJson(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a !== "string" || typeof b !== "string") return sameValue(a, b);
  try {
    return sameValue(JSON.parse(a) as Known, JSON.parse(b) as Known);
  } catch {
    return a === b;
  }
}

function sorted(value: Value): Value {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
