import { isList, isObject, type Value } from "./property-value";
import { type PropertyPath, tableName } from "./property-path";
import { sameValue } from "./sealed";

export type ChangeKind = "add" | "delete" | "update";

export interface Change {
  readonly path: PropertyPath;
  readonly kind: ChangeKind;
}

/** The innermost places where two values differ. `sets` names the lists whose order has no meaning. */
export function changesBetween(
  old: Value | undefined,
  now: Value | undefined,
  path: PropertyPath,
  sets: ReadonlySet<string>,
): readonly Change[] {
  if (sameValue(old, now) || (isEmpty(old) && isEmpty(now))) return [];
  if (isAbsent(old)) return [{ path, kind: "add" }];
  if (isAbsent(now)) return [{ path, kind: "delete" }];
  if (isList(old) && isList(now)) {
    return sets.has(tableName(path)) ? setChanges(old, now, path) : listChanges(old, now, path, sets);
  }
  if (isObject(old) && isObject(now)) return objectChanges(old, now, path, sets);
  return [{ path, kind: "update" }];
}

type PlainObject = Readonly<Record<string, Value>>;

function objectChanges(
  old: PlainObject,
  now: PlainObject,
  path: PropertyPath,
  sets: ReadonlySet<string>,
): readonly Change[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((key) => changesBetween(own(old, key), own(now, key), [...path, key], sets));
}

/** Differences of a map, whose keys are the user's own: an empty entry is an entry. */
export function mapChanges(old: Value | undefined, now: Value | undefined, path: PropertyPath): readonly Change[] {
  if (!isObject(old) || !isObject(now)) return changesBetween(old, now, path, new Set());
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((key): readonly Change[] => {
    const place = [...path, key];
    if (!Object.hasOwn(old, key)) return [{ path: place, kind: "add" }];
    if (!Object.hasOwn(now, key)) return [{ path: place, kind: "delete" }];
    return sameValue(old[key], now[key]) ? [] : [{ path: place, kind: "update" }];
  });
}

/** INVARIANT: keys can be anybody's, so `constructor` must not be found where it is not. */
function own(object: PlainObject, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function listChanges(
  old: readonly Value[],
  now: readonly Value[],
  path: PropertyPath,
  sets: ReadonlySet<string>,
): readonly Change[] {
  const indices = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index);
  return indices.flatMap((index) => {
    const place = [...path, index];
    // An element that comes or goes is a change, even an empty one.
    if (index >= old.length) return [{ path: place, kind: "add" as const }];
    if (index >= now.length) return [{ path: place, kind: "delete" as const }];
    return changesBetween(old[index], now[index], place, sets);
  });
}

function setChanges(old: readonly Value[], now: readonly Value[], path: PropertyPath): readonly Change[] {
  const gone = new Set(unmatched(old, now));
  const come = new Set(unmatched(now, old));
  return [...new Set([...gone, ...come])]
    .sort((a, b) => a - b)
    .map((index) => {
      const kind = !gone.has(index) ? "add" : come.has(index) ? "update" : "delete";
      return { path: [...path, index], kind };
    });
}

/** Indices of the elements that have no counterpart; each counterpart counts once. */
function unmatched(from: readonly Value[], among: readonly Value[]): number[] {
  const rest = [...among];
  return from.flatMap((item, index) => {
    const found = rest.findIndex((other) => sameValue(item, other));
    if (found < 0) return [index];
    rest.splice(found, 1);
    return [];
  });
}

function isAbsent(value: Value | undefined): value is undefined | null {
  return value === undefined || value === null;
}

/** Terraform's plugin SDK, which the genuine providers are made with, cannot tell these from an absent value. */
function isEmpty(value: Value | undefined): boolean {
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return isAbsent(value) || value === "" || value === false || value === 0;
}
