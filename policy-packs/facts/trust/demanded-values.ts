import type { Condition } from "#core/aws/policy";

/** Operators that a request without the key, or with another value, does not fulfil. */
const demanding: ReadonlySet<string> = new Set([
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "numericequals",
  "bool",
  "ipaddress",
]);

const takesWildcards: ReadonlySet<string> = new Set(["stringlike", "arnlike", "arnequals"]);

/**
 * The values of which a condition demands one for a key; nothing where a request passes without any, or with every one.
 * `…IfExists` and `ForAllValues:` are fulfilled by a request without the key, so that they demand nothing.
 */
export function demandedValues(condition: Condition | undefined, key: string): readonly string[] | undefined {
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    const base = operator.toLowerCase().replace(/^foranyvalue:/, "");
    if (!demanding.has(base)) continue;
    const values = Object.entries(keys).flatMap(([name, list]) => (name.toLowerCase() === key ? list : []));
    const isOpen = takesWildcards.has(base) && values.some((value) => /^[*?]+$/.test(value));
    if (values.length > 0 && !isOpen) return values;
  }
  return undefined;
}

/** Whether a condition demands a value of any of these keys. */
export function demandsAny(condition: Condition | undefined, keys: readonly string[]): boolean {
  return keys.some((key) => demandedValues(condition, key) !== undefined);
}
