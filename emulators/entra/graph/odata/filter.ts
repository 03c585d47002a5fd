import { refusal } from "../../state/errors";
import type { Entity } from "../route";

/** A `$filter`: whether an object passes it. */
export interface Filter {
  (entity: Entity): boolean;
  /** The properties that it asks for, such as `conditions` of `conditions/users`. */
  readonly properties: readonly string[];
}

type Condition = (entity: Entity) => boolean;

type Literal = string | boolean | number | null;

/**
 * Reads `$filter`: comparisons by `eq` and `startswith`, `any` of a list by `eq`, joined by `and`, quotes inside a text
 * doubled.
 * @throws Graph's 400 for anything else
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  const conditions: [path: string, passes: Condition][] = [];
  do {
    conditions.push(readCondition(tokens, text));
  } while (takeWord(tokens, "and"));
  if (tokens.length > 0) throw unsupported(text);
  const passesAll = (entity: Entity) => conditions.every(([, passes]) => passes(entity));
  return Object.assign(passesAll, { properties: conditions.map(([path]) => path.replace(/\/.*/, "")) });
}

/** `'O''Brien'` · `startswith` · `(` · `,` · `conditions/users` · `2` */
const token = /\s*('(?:[^']|'')*'|[(),:]|[A-Za-z@][\w./@-]*|[0-9a-f][\w.:-]*)/iy;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)?.[1];
    if (found === undefined) throw unsupported(text);
    tokens.push(found);
  }
  return tokens;
}

function readCondition(tokens: string[], text: string): [path: string, passes: Condition] {
  if (takeWord(tokens, "startswith")) {
    const [open, property = "", comma, prefix = "", close] = tokens.splice(0, 5);
    const wanted = readLiteral(prefix, text);
    if (open !== "(" || comma !== "," || close !== ")" || typeof wanted !== "string") throw unsupported(text);
    return [property, (entity) => startsWith(valueAt(entity, property), wanted)];
  }
  if (/^[A-Za-z]\w*\/any$/i.test(tokens[0] ?? "")) return readAny(tokens, text);
  const [property = "", operator, literal = ""] = tokens.splice(0, 3);
  if (operator?.toLowerCase() !== "eq" || !/^[A-Za-z]/.test(property)) throw unsupported(text);
  const wanted = readLiteral(literal, text);
  return [property, (entity) => isEqual(valueAt(entity, property), wanted)];
}

/** `identifierUris/any(uri:uri eq 'https://…')` */
function readAny(tokens: string[], text: string): [path: string, passes: Condition] {
  const [list = "", open, variable, colon, same, operator, literal = "", close] = tokens.splice(0, 8);
  const wanted = readLiteral(literal, text);
  const isForm =
    open === "(" && colon === ":" && same === variable && operator?.toLowerCase() === "eq" && close === ")";
  if (!isForm) throw unsupported(text);
  const path = list.slice(0, -"/any".length);
  return [
    path,
    (entity) => {
      const values = valueAt(entity, path);
      return Array.isArray(values) && values.some((value) => isEqual(value, wanted));
    },
  ];
}

function takeWord(tokens: string[], word: string): boolean {
  if (tokens[0]?.toLowerCase() !== word) return false;
  tokens.shift();
  return true;
}

function readLiteral(literal: string, text: string): Literal {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  const word = literal.toLowerCase();
  if (word === "true" || word === "false") return word === "true";
  if (word === "null") return null;
  if (/^\d+$/.test(literal)) return Number(literal);
  // Ids are sometimes written without quotes.
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(literal)) return literal;
  throw unsupported(text);
}

function valueAt(entity: Entity, path: string): unknown {
  return path.split("/").reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Entity)[name];
  }, entity);
}

/** Texts are compared as the directory does: letter case does not count. */
function isEqual(value: unknown, wanted: Literal): boolean {
  if (typeof value === "string" && typeof wanted === "string") return value.toLowerCase() === wanted.toLowerCase();
  return (value ?? null) === wanted;
}

function startsWith(value: unknown, prefix: string): boolean {
  return typeof value === "string" && value.toLowerCase().startsWith(prefix.toLowerCase());
}

function unsupported(text: string) {
  return refusal("queryNotSupported", { reason: `Unsupported or invalid query filter clause: ${text}` });
}
