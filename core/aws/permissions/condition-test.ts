import { conditionOperators, evaluateCondition, type ConditionBlock, type Truth } from "#core/aws/authorization";

/** One operator on one key, out of a `Condition`. */
export interface ConditionTest {
  /** In lower case. */
  readonly key: string;
  /** With prefix and suffix. */
  readonly operator: string;
  /** Without them. */
  readonly base: string;
  readonly isSet: boolean;
  readonly isIfExists: boolean;
  readonly isNegated: boolean;
  readonly values: readonly string[];
}

const operatorName = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/** Everything that a condition tests; `undefined` for an operator that IAM does not have. */
export function testsOf(condition: ConditionBlock): readonly (ConditionTest | undefined)[] {
  return Object.entries(condition).flatMap(([operator, keys]) => {
    const [, set, base = "", ifExists] = operatorName.exec(operator) ?? [];
    const known = conditionOperators.get(base);
    if (known === undefined && base !== "Null") return [undefined];
    return Object.entries(keys).map(([key, values]) => ({
      key: key.toLowerCase(),
      operator,
      base,
      isSet: set !== undefined,
      isIfExists: ifExists !== undefined || set === "ForAllValues",
      isNegated: known?.negated === true,
      values: (typeof values === "object" ? values : [values]).map(String),
    }));
  });
}

/** Whether the test holds for a value of its key, or for a request without the key. */
export function holdsFor(test: ConditionTest, value: readonly string[] | undefined): Truth {
  const context = new Map(value === undefined ? [] : [[test.key, value] as const]);
  return evaluateCondition(
    { [test.operator]: { [test.key]: test.values } },
    { principalArn: "", action: "", resource: "", context, unknownKeys: (key) => key !== test.key },
  );
}

/** Whether the test can hold for the value, as far as is known. */
export function canHoldFor(test: ConditionTest, value: string | undefined): boolean {
  return holdsFor(test, value === undefined ? undefined : [value]) !== false;
}
