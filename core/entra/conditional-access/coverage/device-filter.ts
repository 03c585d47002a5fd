import { memberOf } from "./aspects";
import { among, type Literal, negationOf } from "./clause";

type Formula = Literal | { readonly all: readonly Formula[] } | { readonly any: readonly Formula[] };

/** Clauses of a filter, each a list of statements of which one has to hold. */
export type FilterClauses = readonly (readonly Literal[])[];

/**
 * The rule of a device filter, or its opposite, as clauses over comparisons. Whether a device is compliant and whether
 * it is hybrid joined are aspects of every sign-in; any other comparison is an aspect of its own, and so is a rule that
 * cannot be read.
 * @see https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export function filterClauses(rule: string, excluded: boolean): FilterClauses {
  const formula = parse(rule) ?? among(memberOf("deviceFilter", `${unreadable}${rule}`), ["yes"]);
  const clauses = conjunction(excluded ? opposite(formula) : formula);
  if (clauses.length <= mostClauses) return clauses;
  const whole = among(memberOf("deviceFilter", `${unreadable}${rule}`), ["yes"]);
  return [[excluded ? negationOf(whole) : whole]];
}

/** Marks a rule of which it is not known what a device that is not registered makes of it. */
export const unreadable = "the rule ";

const mostClauses = 64;
const longestRule = 3072;
const deepest = 32;

const token = /\s*(\(|\)|-(?:and|or|not)\b|(device\.\w+)\s+-(\w+)\s+(\[[^\]]*\]|"[^"]*"|'[^']*'|\w+))/iy;

function parse(rule: string): Formula | undefined {
  if (rule.length > longestRule) return undefined;
  const tokens = tokensOf(rule);
  if (tokens === undefined) return undefined;
  let next = 0;
  const isWord = (word: string): boolean => tokens[next] === word;
  const operand = (depth: number): Formula | undefined => {
    const found = tokens[next++];
    if (depth > deepest || found === undefined) return undefined;
    if (typeof found !== "string") return found;
    if (found === "-not") {
      const inner = operand(depth + 1);
      return inner && opposite(inner);
    }
    if (found !== "(") return undefined;
    const inner = chain("-or", depth + 1);
    return tokens[next++] === ")" ? inner : undefined;
  };
  const chain = (word: "-or" | "-and", depth: number): Formula | undefined => {
    const parts: Formula[] = [];
    do {
      const part = word === "-or" ? chain("-and", depth) : operand(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (isWord(word) && next++ >= 0);
    return word === "-or" ? { any: parts } : { all: parts };
  };
  const formula = chain("-or", 0);
  return next === tokens.length ? formula : undefined;
}

function tokensOf(rule: string): readonly (string | Literal)[] | undefined {
  const tokens: (string | Literal)[] = [];
  const text = rule.trim();
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const match = token.exec(text);
    if (match === null) return undefined;
    const [, word = "", attribute, operator = "", value = ""] = match;
    const literal = attribute === undefined ? undefined : comparison(attribute, operator.toLowerCase(), value);
    tokens.push(literal ?? word.toLowerCase());
  }
  return tokens;
}

const opposites: ReadonlyMap<string, string> = new Map([
  ["ne", "eq"],
  ["notstartswith", "startswith"],
  ["notendswith", "endswith"],
  ["notcontains", "contains"],
  ["notin", "in"],
]);

const everySignIn: ReadonlyMap<string, string> = new Map([
  ["device.iscompliant eq true", "compliant"],
  ["device.trusttype eq serverad", "hybridJoined"],
]);

/** A device that is not registered has no attributes: only the negative operators hold of it. */
function comparison(attribute: string, operator: string, value: string): Literal {
  const positive = opposites.get(operator);
  const bare = value.replace(/["']/g, "").replace(/\s+/g, " ").toLowerCase();
  const name = `${attribute.toLowerCase()} ${positive ?? operator} ${bare}`;
  const literal = among(everySignIn.get(name) ?? memberOf("deviceFilter", name), ["yes"]);
  return positive === undefined ? literal : negationOf(literal);
}

function opposite(formula: Formula): Formula {
  if ("all" in formula) return { any: formula.all.map(opposite) };
  if ("any" in formula) return { all: formula.any.map(opposite) };
  return negationOf(formula);
}

function conjunction(formula: Formula): FilterClauses {
  if ("all" in formula) return formula.all.flatMap(conjunction);
  if (!("any" in formula)) return [[formula]];
  return formula.any
    .map(conjunction)
    .reduce<FilterClauses>(
      (joined, part) =>
        joined.length * part.length > mostClauses * 4
          ? Array<readonly Literal[]>(mostClauses + 1).fill([])
          : joined.flatMap((one) => part.map((other) => [...one, ...other])),
      [[]],
    );
}
