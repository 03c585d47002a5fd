/** A statement about one aspect of a sign-in: its value is among some, or is none of them. */
export interface Literal {
  readonly aspect: string;
  readonly values: readonly string[];
  /** @default false */
  readonly negated?: boolean;
}

/**
 * What a policy needs of a sign-in to reach it: one of several statements. A clause without any is met by nobody, and a
 * policy reaches the sign-ins that meet all of its clauses.
 */
export interface Clause {
  readonly anyOf: readonly Literal[];
  /** What is said of a sign-in that the clause leaves out, as “only browser clients”. */
  readonly otherwise: string;
  /** Whether the clause leaves out what the policy would reach without it. @default false */
  readonly excludes?: boolean;
}

/** Literals over every value, and over none. */
export const anything = (aspect: string): Literal => ({ aspect, values: [], negated: true });

export const among = (aspect: string, values: readonly string[]): Literal => ({ aspect, values });

export const notAmong = (aspect: string, values: readonly string[]): Literal => ({ aspect, values, negated: true });

export function negationOf({ aspect, values, negated }: Literal): Literal {
  return negated === true ? { aspect, values } : { aspect, values, negated: true };
}

export function holds({ values, negated }: Literal, value: string): boolean {
  return values.includes(value) !== (negated ?? false);
}

/** One clause an excluded thing, so that the one that leaves a sign-in out can be named. */
export function noneOf(literals: readonly Literal[], otherwise: (literal: Literal) => string): readonly Clause[] {
  return literals.map((literal) => ({
    anyOf: [negationOf(literal)],
    otherwise: otherwise(literal),
    excludes: true,
  }));
}

/** Whether no value of their aspect meets both statements. */
export function areExclusive(one: Literal, other: Literal): boolean {
  if (one.aspect !== other.aspect || (one.negated === true && other.negated === true)) return false;
  const [wanted, against] = one.negated === true ? [other, one] : [one, other];
  return !wanted.values.some((value) => holds(against, value));
}
