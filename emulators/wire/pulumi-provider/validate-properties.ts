import { closest } from "fastest-levenshtein";

import type { CheckFailure } from "./face";
import { formatPath, type PropertyPath, concerns, tableName } from "./property-path";
import { isList, isObject, isUnknown, type Value } from "./property-value";
import type { Properties, PropertyType } from "./schema";

/** What a value is held to, and where it stands. */
interface Place {
  readonly path: PropertyPath;
  /** Table names, as {@link concerns} reads them. */
  readonly modelled: readonly string[];
}

/** Unknown and unmodelled names, missing required ones, and wrong types, at any depth. */
export function validateProperties(
  values: Readonly<Record<string, Value>>,
  schema: Properties,
  modelled: readonly string[],
): CheckFailure[] {
  return objectFailures(values, schema, { path: [], modelled });
}

function objectFailures(values: Readonly<Record<string, Value>>, schema: Properties, place: Place): CheckFailure[] {
  const failures: CheckFailure[] = [];
  for (const [name, value] of Object.entries(values)) {
    const path = [...place.path, name];
    const property = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (property === undefined) failures.push(failure(path, unknownName(name, schema)));
    else if (!isModelled(path, place.modelled)) failures.push(failure(path, "is not modelled by the emulated clouds"));
    else if (value !== null) failures.push(...typeFailures(value, property.type, { ...place, path }));
  }
  for (const [name, property] of Object.entries(schema)) {
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (property.required && (given === undefined || given === null)) {
      failures.push(failure([...place.path, name], "is required and missing"));
    }
  }
  return failures;
}

function isModelled(path: PropertyPath, modelled: readonly string[]): boolean {
  return modelled.some((entry) => concerns(entry, tableName(path)));
}

function unknownName(name: string, schema: Properties): string {
  const names = Object.keys(schema);
  const near = names.length > 0 ? `; did you mean ${closest(name, names)}?` : "";
  return `is not a property the SDK declares, and is not modelled by the emulated clouds${near}`;
}

const basicTypes: Readonly<Record<string, (value: Value) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  any: () => true,
};

function typeFailures(value: Value, type: PropertyType, place: Place): CheckFailure[] {
  if (isUnknown(value)) return [];
  if (typeof type === "string") {
    return basicTypes[type]?.(value) ? [] : [wrongType(value, type, place)];
  }
  if ("anyOf" in type) return anyOfFailures(value, type.anyOf, place);
  if ("list" in type) {
    if (!isList(value)) return [wrongType(value, "list", place)];
    return value.flatMap((item, index) => typeFailures(item, type.list, { ...place, path: [...place.path, index] }));
  }
  if (!isObject(value)) return [wrongType(value, "map" in type ? "map" : "object", place)];
  if ("object" in type) return objectFailures(value, type.object, place);
  return Object.entries(value).flatMap(([key, item]) =>
    // The keys of a map are the user's own: tables cannot name them.
    typeFailures(item, type.map, { path: [...place.path, key], modelled: [tableName([...place.path, key])] }),
  );
}

/** Reports the alternative that comes nearest, so that a misspelt key in a document is named and not the document. */
function anyOfFailures(value: Value, alternatives: readonly PropertyType[], place: Place): CheckFailure[] {
  const results = alternatives.map((type) => typeFailures(value, type, place));
  if (results.some((failures) => failures.length === 0)) return [];
  const own = formatPath(place.path);
  const inside = results.filter((failures) => failures.every(({ property }) => property !== own));
  const [nearest] = inside.sort((a, b) => a.length - b.length);
  if (nearest !== undefined) return nearest;
  const names = alternatives.map((type) => (typeof type === "string" ? type : (Object.keys(type)[0] ?? "")));
  return [wrongType(value, [...new Set(names)].join(" or "), place)];
}

function wrongType(value: Value, expected: string, place: Place): CheckFailure {
  const given = isList(value) ? "list" : value === null ? "null" : typeof value;
  return failure(place.path, `must be of type ${expected}, not ${given}`);
}

/** Values are never repeated: any of them can be secret. */
function failure(path: PropertyPath, reason: string): CheckFailure {
  const property = formatPath(path);
  return { property, reason: `${property} ${reason}` };
}
