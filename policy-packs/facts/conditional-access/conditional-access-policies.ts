import { textOf } from "../federation";
import { perStack, type StackFacts } from "../stack-facts";
import type { Reading, StackResource } from "../stack-resource";
import { graphConditions, graphGrantControls, graphSessionControls, plainId } from "./graph-policy";

/** A Conditional Access policy of the stack, as the evaluator reads it. */
export interface ConditionalAccessFact {
  readonly resource: StackResource;
  /** In Graph's JSON shape; what only the update tells is missing from it. */
  readonly policy: Readonly<Record<string, unknown>>;
  /** Path of the first part that is missing because only the update tells it. */
  readonly unknown: string | undefined;
}

export const conditionalAccessPolicyType = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";
const strengthType = "azuread:index/authenticationStrengthPolicy:AuthenticationStrengthPolicy";

/** Every Conditional Access policy that the stack writes. */
export const conditionalAccessPolicies = perStack((stack): readonly ConditionalAccessFact[] => {
  const combinations = combinationsByStrength(stack);
  return stack.ofType(conditionalAccessPolicyType).map((resource) => policyFact(resource, combinations));
});

function policyFact(resource: StackResource, combinations: ReadonlyMap<string, unknown>): ConditionalAccessFact {
  const [state, conditions, grant, session] = ["state", "conditions", "grantControls", "sessionControls"].map(
    (property) => resource.read(property),
  ) as [Reading, Reading, Reading, Reading];
  return {
    resource,
    policy: {
      id: textOf(resource, "objectId") ?? resource.urn,
      displayName: textOf(resource, "displayName") ?? resource.name,
      state: valueOf(state),
      conditions: graphConditions(valueOf(conditions)),
      // Controls that are not known are not none: a text is what the evaluator cannot read.
      grantControls: grant.kind === "unknown" ? "unknown" : graphGrantControls(valueOf(grant), combinations),
      sessionControls: session.kind === "unknown" ? "unknown" : graphSessionControls(valueOf(session)),
    },
    unknown: [state, conditions, grant, session].flatMap((each) => (each.kind === "unknown" ? [each.property] : []))[0],
  };
}

function valueOf(reading: Reading): unknown {
  return reading.kind === "known" ? reading.value : undefined;
}

/** What the stack's own authentication strengths allow. */
function combinationsByStrength(stack: StackFacts): ReadonlyMap<string, unknown> {
  return new Map(
    stack.ofType(strengthType).flatMap((resource) => {
      const id = textOf(resource, "id");
      return id === undefined ? [] : [[plainId(id), valueOf(resource.read("allowedCombinations"))] as const];
    }),
  );
}
