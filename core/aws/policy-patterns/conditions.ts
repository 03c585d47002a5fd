import { conditionOperators } from "#core/aws/authorization";
import type { Condition } from "#core/aws/policy";

/** A condition operator taken apart: `ForAllValues:StringLikeIfExists`. */
export interface OperatorParts {
  /** As IAM writes it: `StringLike`, or `Null`. */
  readonly base: string;
  readonly set: "ForAllValues" | "ForAnyValue" | undefined;
  readonly ifExists: boolean;
}

/** One test of a `Condition`. */
export interface ConditionTest {
  readonly operator: string;
  /** Nothing for an operator that IAM does not have. */
  readonly parts: OperatorParts | undefined;
  readonly key: string;
  readonly values: readonly string[];
  /** Below the condition: `StringLike.aws:SourceArn`. */
  readonly path: string;
}

export function conditionTests(condition: Condition = {}): readonly ConditionTest[] {
  return Object.entries(condition).flatMap(([operator, keys]) => {
    const parts = operatorParts(operator);
    return Object.entries(keys).map(([key, values]) => ({ operator, parts, key, values, path: `${operator}.${key}` }));
  });
}

const written = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

function operatorParts(operator: string): OperatorParts | undefined {
  const [, set, base = "", suffix] = written.exec(operator) ?? [];
  const known = conditionOperators.has(base) || (base === "Null" && suffix === undefined && set === undefined);
  return known ? { base, set: set as OperatorParts["set"], ifExists: suffix !== undefined } : undefined;
}

/**
 * Whether a condition holds only for requests that have a key with one of a few values: `StringEquals`, `StringLike` and
 * their like, but no `IfExists` or `ForAllValues`, which hold without the key, and no value that is all wildcards.
 *
 * @param key in lower case; one that ends with a slash stands for all that begin so
 */
export function demandsKey(condition: Condition | undefined, key: string): boolean {
  return conditionTests(condition).some(({ parts, key: given, values }) => {
    const named = given.toLowerCase();
    if (named !== key && !(key.endsWith("/") && named.startsWith(key))) return false;
    if (parts === undefined || parts.ifExists || parts.set === "ForAllValues") return false;
    return /^(String(Equals|Like)(IgnoreCase)?|Arn(Equals|Like))$/.test(parts.base) && values.every(saysSomething);
  });
}

function saysSomething(value: string): boolean {
  return !/^[*?]*$/.test(value);
}
