import { parseArn } from "#core/aws";
import { parsePolicy } from "#core/aws/policy";
import type { Problem } from "#core/problems";
import type { CheckFailure, PreviewInputs } from "#emulators/wire/pulumi-provider";

type Check = (inputs: PreviewInputs) => readonly CheckFailure[];

/** Several checks as one. */
export function checksOf(...checks: readonly Check[]): Check {
  return (inputs) => checks.flatMap((check) => check(inputs));
}

/** A check by the rules of `core`; what is unknown yet, or not given, passes. */
export function textCheck(
  property: string,
  problemsOf: (value: string, property: string) => readonly Problem[],
): Check {
  return (inputs) => {
    const value = inputs[property];
    return typeof value === "string" ? failuresOf(problemsOf(value, property)) : [];
  };
}

export function numberCheck(
  property: string,
  problemsOf: (value: number, property: string) => readonly Problem[],
): Check {
  return (inputs) => {
    const value = inputs[property];
    return typeof value === "number" ? failuresOf(problemsOf(value, property)) : [];
  };
}

function failuresOf(problems: readonly Problem[]): CheckFailure[] {
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ property, given, expected }) => ({ property, reason: `${given}: expected ${expected}` }));
}

export function isPolicy(property: string): Check {
  return simple(property, (value) => {
    const parsed = parsePolicy(value);
    return "malformed" in parsed ? `contains an invalid JSON policy: ${parsed.malformed.message}` : undefined;
  });
}

export function isArn(property: string): Check {
  return simple(property, (value) => (value !== "" && parseArn(value) === undefined ? "is an invalid ARN" : undefined));
}

export function isOneOf(property: string, values: readonly string[]): Check {
  return simple(property, (value) => (values.includes(value) ? undefined : `expected one of ${values.join(", ")}`));
}

export function hasLength(property: string, { min, max }: { readonly min: number; readonly max: number }): Check {
  return simple(property, ({ length }) =>
    length < min || length > max ? `expected ${min} to ${max} characters; this has ${length}` : undefined,
  );
}

function simple(property: string, fault: (value: string) => string | undefined): Check {
  return (inputs) => {
    const value = inputs[property];
    const reason = typeof value === "string" ? fault(value) : undefined;
    return reason === undefined ? [] : [{ property, reason }];
  };
}
