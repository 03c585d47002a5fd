import { matchesAction } from "#core/aws/authorization";
import type { EscalationMethod } from "./escalation-method";

export interface FoldedMethod {
  readonly method: EscalationMethod;
  readonly variants: readonly EscalationMethod[];
}

/**
 * One entry for what is one path: a method that contains another of its category, or that a pattern (`iam:*`) contains, is
 * a variant of it. Patterns come first, then what needs the fewest actions.
 */
export function foldMethods(methods: readonly EscalationMethod[]): readonly FoldedMethod[] {
  const byBreadth = [...methods].sort((one, other) => breadth(one) - breadth(other));
  const folded: { method: EscalationMethod; variants: EscalationMethod[] }[] = [];
  for (const method of byBreadth) {
    const kept = folded.find((each) => each.method.category === method.category && explains(each.method, method));
    if (kept === undefined) folded.push({ method, variants: [] });
    else kept.variants.push(method);
  }
  return folded;
}

function breadth({ actions }: EscalationMethod): number {
  return actions.some(isPattern) ? Math.min(...actions.map((action) => action.length)) / 100 : actions.length;
}

function explains(simple: EscalationMethod, other: EscalationMethod): boolean {
  const isContained = simple.actions.every((action) => other.actions.includes(action));
  const isCovered = other.actions.every((action) =>
    simple.actions.some((pattern) => isPattern(pattern) && matchesAction(pattern, action)),
  );
  return isContained || isCovered;
}

function isPattern(action: string): boolean {
  return action.includes("*");
}
