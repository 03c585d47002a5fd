import { matchesArn } from "./match-arn";
import { matchesCidr } from "./match-cidr";
import { matchesWildcard, type Pattern } from "./match-wildcard";

/**
 * How a policy's value is read: `pattern` resolves variables and knows wildcards, `text` resolves variables,
 * `plain` does neither.
 */
export type Operand = "pattern" | "text" | "plain";

export interface ConditionOperator {
  readonly operand: Operand;
  /** Holds when no value of the policy matches; holds for a key that is absent. */
  readonly negated: boolean;
  readonly matches: (expected: Pattern, actual: string) => boolean;
}

type Matcher = Omit<ConditionOperator, "negated">;

const equal: Matcher = { operand: "text", matches: matchesWildcard };
const equalInAnyCase: Matcher = {
  operand: "text",
  matches: (expected, actual) => matchesWildcard(lowerCased(expected), actual.toLowerCase()),
};
const like: Matcher = { operand: "pattern", matches: matchesWildcard };
const arn: Matcher = { operand: "pattern", matches: matchesArn };
const number = plain((expected, actual) => compare(parseNumber, expected, actual, (order) => order === 0));
const date = plain((expected, actual) => compare(parseDate, expected, actual, (order) => order === 0));
const address = plain(matchesCidr);

/**
 * IAM's condition operators, but for `Null`, the suffix `IfExists` and the set prefixes, which go with any of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map(
  Object.entries({
    StringEquals: is(equal),
    StringNotEquals: isNot(equal),
    StringEqualsIgnoreCase: is(equalInAnyCase),
    StringNotEqualsIgnoreCase: isNot(equalInAnyCase),
    StringLike: is(like),
    StringNotLike: isNot(like),
    NumericEquals: is(number),
    NumericNotEquals: isNot(number),
    NumericLessThan: ordered(parseNumber, (order) => order < 0),
    NumericLessThanEquals: ordered(parseNumber, (order) => order <= 0),
    NumericGreaterThan: ordered(parseNumber, (order) => order > 0),
    NumericGreaterThanEquals: ordered(parseNumber, (order) => order >= 0),
    DateEquals: is(date),
    DateNotEquals: isNot(date),
    DateLessThan: ordered(parseDate, (order) => order < 0),
    DateLessThanEquals: ordered(parseDate, (order) => order <= 0),
    DateGreaterThan: ordered(parseDate, (order) => order > 0),
    DateGreaterThanEquals: ordered(parseDate, (order) => order >= 0),
    Bool: is(plain((expected, actual) => isBoolean(expected) && expected.toLowerCase() === actual.toLowerCase())),
    BinaryEquals: is(
      plain((expected, actual) => Buffer.from(expected, "base64").equals(Buffer.from(actual, "base64"))),
    ),
    IpAddress: is(address),
    NotIpAddress: isNot(address),
    ArnEquals: is(arn),
    ArnLike: is(arn),
    ArnNotEquals: isNot(arn),
    ArnNotLike: isNot(arn),
  }),
);

function is(matcher: Matcher): ConditionOperator {
  return { ...matcher, negated: false };
}

function isNot(matcher: Matcher): ConditionOperator {
  return { ...matcher, negated: true };
}

function plain(matches: (expected: string, actual: string) => boolean): Matcher {
  return { operand: "plain", matches: (expected, actual) => matches(expected.map(String).join(""), actual) };
}

type Parse = (text: string) => number | undefined;
type Order = (order: number) => boolean;

function ordered(parse: Parse, holds: Order): ConditionOperator {
  return is(plain((expected, actual) => compare(parse, expected, actual, holds)));
}

/** What does not parse compares to nothing. */
function compare(parse: Parse, expected: string, actual: string, holds: Order): boolean {
  const [left, right] = [parse(actual), parse(expected)];
  return left !== undefined && right !== undefined && holds(left - right);
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Seconds since 1970, or W3C's profile of ISO 8601, whose times always name their zone. */
function parseDate(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function isBoolean(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

function lowerCased(pattern: Pattern): Pattern {
  return pattern.map((token) => (typeof token === "string" ? token.toLowerCase() : token));
}
