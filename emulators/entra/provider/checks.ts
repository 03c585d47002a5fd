import { type CheckFailure, isUnknown, type PreviewInputs, type Value } from "#emulators/wire/pulumi-provider";

import { findIdParts, idShape, type ResourceKind } from "./resource-id";

/** One validator of the genuine provider: it sees a property, and says what is wrong with it. */
type Check = (inputs: PreviewInputs) => readonly CheckFailure[];

/** Runs all of them, so that every failure is told at once. */
export function checksOf(...checks: readonly Check[]): Check {
  return (inputs) => checks.flatMap((check) => check(inputs));
}

/** Judges a text that is known; what is unknown or absent passes. `path` may go into blocks and lists: `ip.ipRanges`. */
export function textCheck(
  path: string,
  isValid: (text: string) => boolean,
  expectation: string,
  shown: (text: string) => string = (text) => JSON.stringify(text),
): Check {
  return (inputs) =>
    valuesAt(inputs, path.split("."))
      .filter((value): value is string => typeof value === "string" && !isValid(value))
      .map((value) => ({ property: path, reason: `expected ${expectation}, got ${shown(value)}` }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (path: string): Check => textCheck(path, (text) => uuid.test(text), "a valid UUID");

export const isNotEmpty = (path: string): Check => textCheck(path, (text) => text.trim() !== "", "a non-empty text");

export const isOneOf = (path: string, values: readonly string[]): Check =>
  textCheck(path, (text) => values.includes(text), `one of ${values.join(", ")}`);

export const isAtMost = (path: string, length: number): Check =>
  textCheck(
    path,
    (text) => text.length <= length,
    `at most ${length} characters`,
    (text) => `${text.length}`,
  );

export const isIdOf = (path: string, kind: ResourceKind): Check =>
  textCheck(path, (text) => findIdParts(kind, text) !== undefined, `an ID of the form ${idShape(kind)}`);

/** Judges how many of the named properties are given. */
export function countCheck(names: readonly string[], isValid: (count: number) => boolean, expectation: string): Check {
  return (inputs) => {
    const given = names.filter((name) => inputs[name] !== undefined && inputs[name] !== null);
    const reason = `expected ${expectation} of ${names.join(", ")}, got ${given.length === 0 ? "none" : given.join(", ")}`;
    return isValid(given.length) ? [] : [{ property: names[0] ?? "", reason }];
  };
}

/** The values at a path; lists on the way are walked through, unknowns are left out. */
export function valuesAt(value: Value | undefined, path: readonly string[]): readonly Value[] {
  if (value === undefined || value === null || isUnknown(value)) return [];
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === "object" ? valuesAt((value as PreviewInputs)[name], rest) : [];
}
