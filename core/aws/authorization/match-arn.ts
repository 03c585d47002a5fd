import { anySequence, matchesWildcard, type Pattern, type PatternToken } from "./match-wildcard";

const components = 6;

/**
 * `ArnEquals` and `ArnLike`, which are one: each of the six components by itself, letter case counts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: Pattern, arn: string): boolean {
  if (pattern.length === 1 && pattern[0] === anySequence) return true;
  const expected = split(pattern);
  const actual = split(Array.from(arn)).map((component) => component.join(""));
  if (expected.length !== components || actual.length !== components) return false;
  return expected.every((component, index) => matchesWildcard(component, actual[index] ?? ""));
}

/**
 * The `Resource` element: the ARN as one text, letter case counts.
 * A `*` runs past colons, as documented for one that ends a component.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(pattern: Pattern, resource: string): boolean {
  return matchesWildcard(pattern, resource);
}

/** The sixth component keeps its colons (`log-group:name:*`). */
function split<Token extends PatternToken>(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ":" && parts.length < components) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
