import type { Statement } from "#core/aws/policy";
import { evaluateCondition } from "./evaluate-condition";
import { listOf } from "./list-of";
import { matchesAction } from "./match-action";
import { matchesResource } from "./match-arn";
import { matchPrincipal, type PrincipalMatch } from "./match-principal";
import type { AuthorizationRequest } from "./request";
import { resolveVariables } from "./resolve-variables";
import { not, some, type Truth } from "./truth";

export type StatementElement =
  "Principal" | "NotPrincipal" | "Action" | "NotAction" | "Resource" | "NotResource" | "Condition";

/** Whether a statement speaks of a request: it does, one element says that it does not, or it hangs on condition keys. */
export type StatementOutcome =
  | { readonly applies: "yes"; readonly principal: PrincipalMatch }
  | { readonly applies: "no"; readonly element: StatementElement }
  | { readonly applies: "open"; readonly keys: readonly string[]; readonly principal: PrincipalMatch };

export interface Attachment {
  /** A resource's policy names its principals; elsewhere the principal is whoever the policy is attached to. */
  readonly attachedTo: "principal" | "resource";
  /** Whether `${…}` is a policy variable. */
  readonly variables: boolean;
}

export function evaluateStatement(
  statement: Statement,
  request: AuthorizationRequest,
  { attachedTo, variables }: Attachment,
): StatementOutcome {
  const principal = attachedTo === "principal" ? "caller" : matchPrincipal(statement, request);
  if (principal === undefined) {
    return { applies: "no", element: statement.NotPrincipal === undefined ? "Principal" : "NotPrincipal" };
  }
  const unknownKeys: string[] = [];
  for (const [element, applies] of elements) {
    const truth = applies(statement, request, variables);
    if (truth === false) return { applies: "no", element };
    if (truth !== true) unknownKeys.push(...truth.unknownKeys);
  }
  return unknownKeys.length === 0
    ? { applies: "yes", principal }
    : { applies: "open", keys: [...new Set(unknownKeys)].sort(), principal };
}

type ElementTest = (statement: Statement, request: AuthorizationRequest, variables: boolean) => Truth;

/** An absent element restricts nothing, but for the action: one of `Action` and `NotAction` has to be there. */
const elements: readonly (readonly [StatementElement, ElementTest])[] = [
  [
    "Action",
    ({ Action, NotAction }, { action }) => (Action === undefined ? NotAction !== undefined : isListed(Action, action)),
  ],
  ["NotAction", ({ NotAction }, { action }) => NotAction === undefined || !isListed(NotAction, action)],
  [
    "Resource",
    ({ Resource }, request, variables) => Resource === undefined || isResourceListed(Resource, request, variables),
  ],
  [
    "NotResource",
    ({ NotResource }, request, variables) =>
      NotResource === undefined || not(isResourceListed(NotResource, request, variables)),
  ],
  [
    "Condition",
    ({ Condition }, request, variables) => Condition === undefined || evaluateCondition(Condition, request, variables),
  ],
];

function isListed(patterns: string | readonly string[], action: string): boolean {
  return listOf(patterns).some((pattern) => matchesAction(pattern, action));
}

function isResourceListed(
  patterns: string | readonly string[],
  request: AuthorizationRequest,
  variables: boolean,
): Truth {
  return some(listOf(patterns), (pattern) => {
    const resolved = resolveVariables(pattern, request, { wildcards: true, variables });
    if ("noValue" in resolved) return false;
    return "pattern" in resolved ? matchesResource(resolved.pattern, request.resource) : resolved;
  });
}
