import { literal, parsePattern, type Pattern } from "./match-wildcard";
import { contextValue, type AuthorizationRequest } from "./request";
import type { UnknownTruth } from "./truth";

/** `noValue`: a variable that the request gives no single value; what it stands in equals nothing and is like nothing. */
export type Resolved = { readonly pattern: Pattern } | { readonly noValue: string } | UnknownTruth;

export interface Reading {
  readonly wildcards: boolean;
  /** False for documents of before version 2012-10-17, where `${…}` is plain text. */
  readonly variables: boolean;
}

const variable = /\$\{([^{}]*)\}/g;
const escaped: ReadonlySet<string> = new Set(["*", "?", "$"]);
const keyAndDefault = /^\s*([^\s,']+)\s*(?:,\s*'((?:[^']|'')*)'\s*)?$/;

/**
 * Puts the request's values for `${key}` and `${key, 'default'}`, and the characters themselves for `${*}`, `${?}`, `${$}`.
 * Nothing that was put in acts as a wildcard or is resolved again.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveVariables(text: string, request: AuthorizationRequest, reading: Reading): Resolved {
  const parse = reading.wildcards ? parsePattern : literal;
  if (!reading.variables || !text.includes("${")) return { pattern: parse(text) };
  const pattern: Pattern[number][] = [];
  const unknownKeys: string[] = [];
  let end = 0;
  for (const match of text.matchAll(variable)) {
    const [whole, inner = ""] = match;
    const value = escaped.has(inner) ? inner : variableValue(inner, request);
    pattern.push(...parse(text.slice(end, match.index)));
    end = match.index + whole.length;
    if (typeof value === "string") pattern.push(...literal(value));
    else if ("noValue" in value) return value;
    else unknownKeys.push(...value.unknownKeys);
  }
  if (unknownKeys.length > 0) return { unknownKeys };
  return { pattern: [...pattern, ...parse(text.slice(end))] };
}

function variableValue(
  inner: string,
  request: AuthorizationRequest,
): string | { readonly noValue: string } | UnknownTruth {
  const [, key, fallback] = keyAndDefault.exec(inner) ?? [];
  if (key === undefined) return { noValue: inner };
  const value = contextValue(request, key);
  if (value === "unknown") return { unknownKeys: [key.toLowerCase()] };
  // A key with several values cannot stand as a variable.
  if (value !== "absent" && value.length === 1 && value[0] !== undefined) return value[0];
  return fallback === undefined ? { noValue: key } : fallback.replaceAll("''", "'");
}
