import { conditionOperators, type ConditionOperator } from "./condition-operators";
import { listOf } from "./list-of";
import { literal } from "./match-wildcard";
import { contextValue, type AuthorizationRequest } from "./request";
import { resolveVariables } from "./resolve-variables";
import { every, not, some, type Truth } from "./truth";

type Scalar = string | number | boolean;

/** The `Condition` element: operator → key → the values, of which one has to match. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, Scalar | readonly Scalar[]>>>>;

interface Test {
  readonly set: "ForAllValues" | "ForAnyValue" | undefined;
  readonly ifExists: boolean;
  /** Undefined for `Null`, which asks whether the key is there and compares nothing. */
  readonly operator: ConditionOperator | undefined;
}

/**
 * Whether all of a `Condition` holds. An operator that IAM does not have leaves its keys unknown.
 *
 * @param variables - whether policy variables are resolved, which documents of before 2012-10-17 do not ask for
 */
export function evaluateCondition(condition: ConditionBlock, request: AuthorizationRequest, variables = true): Truth {
  return every(Object.entries(condition), ([name, keys]) => {
    const test = parseOperator(name);
    return every(Object.entries(keys), ([key, values]) =>
      test === undefined
        ? { unknownKeys: [key.toLowerCase()] }
        : evaluateKey(test, key, listOf<Scalar>(values).map(String), request, variables),
    );
  });
}

const operatorName = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

function parseOperator(name: string): Test | undefined {
  const [, set, base = "", ifExists] = operatorName.exec(name) ?? [];
  const operator = conditionOperators.get(base);
  if (operator === undefined && base !== "Null") return undefined;
  return { set: set as Test["set"], ifExists: ifExists !== undefined, operator };
}

function evaluateKey(
  { set, ifExists, operator }: Test,
  key: string,
  expected: readonly string[],
  request: AuthorizationRequest,
  variables: boolean,
): Truth {
  const actual = contextValue(request, key);
  if (actual === "unknown") return { unknownKeys: [key.toLowerCase()] };
  if (operator === undefined)
    return expected.some((value) => (value.toLowerCase() === "true") === (actual === "absent"));
  if (actual === "absent") return whenAbsent(set, ifExists, operator);
  const holds = (value: string): Truth => {
    const matches = some(expected, (each) => matchesExpected(operator, each, value, request, variables));
    return operator.negated ? not(matches) : matches;
  };
  // Several values without a set prefix are not defined by AWS: the negation stays the exact opposite.
  const all = set === undefined ? operator.negated : set === "ForAllValues";
  return all ? every(actual, holds) : some(actual, holds);
}

function whenAbsent(set: Test["set"], ifExists: boolean, operator: ConditionOperator): boolean {
  if (ifExists || set === "ForAllValues") return true;
  return set === undefined && operator.negated;
}

function matchesExpected(
  operator: ConditionOperator,
  expected: string,
  actual: string,
  request: AuthorizationRequest,
  variables: boolean,
): Truth {
  if (operator.operand === "plain") return operator.matches(literal(expected), actual);
  const wildcards = operator.operand === "pattern";
  const resolved = resolveVariables(expected, request, { wildcards, variables });
  if ("noValue" in resolved) return false;
  return "pattern" in resolved ? operator.matches(resolved.pattern, actual) : resolved;
}
