import { shown } from "#core/problems";
import { actionsOnEverything, principals, type PrincipalFact, type StackFacts } from "../facts";
import { isAdministrator } from "./exempt";
import type { Verdict } from "./rule";
import { atMostFive, sayPrincipal } from "./say-principal";

/** What a rule on actions that are allowed on everything looks for. */
export interface WideActions {
  readonly actions: readonly string[];
  /** Names of roles and permission sets that the rule leaves alone. */
  readonly exempt: readonly string[];
}

/** One finding for each principal that may do any of the actions on every resource; what a group may do is told of the group. */
export function judgeWideActions(stack: StackFacts, { actions, exempt }: WideActions): readonly Verdict[] {
  return principals(stack)
    .filter((principal) => !isAdministrator(principal, exempt))
    .flatMap((principal): readonly Verdict[] => {
      const own = ownPolicies(principal);
      if (mayDoEverything(stack, own)) return [];
      const found = actionsOnEverything(stack, own, actions);
      return found.actions.length > 0 ? [violation(own, found)] : unread(own);
    });
}

/** One action of a service that there is not, and one that only administrators have. */
const probes = ["any-service:AnyAction", "iam:CreateUser"] as const;

/** Whoever may do everything is told by the rules on administrators, once and not by each rule on some of it. */
function mayDoEverything(stack: StackFacts, principal: PrincipalFact): boolean {
  return actionsOnEverything(stack, principal, probes).actions.length === probes.length;
}

/** The same fact for all rules, so that what is worked out for it is found again. */
const owns = new WeakMap<PrincipalFact, PrincipalFact>();

function ownPolicies(principal: PrincipalFact): PrincipalFact {
  if (principal.kind !== "user") return principal;
  const known = owns.get(principal) ?? {
    ...principal,
    policies: principal.policies.filter(({ group }) => group === undefined),
  };
  owns.set(principal, known);
  return known;
}

function violation(principal: PrincipalFact, { actions, policies }: ReturnType<typeof actionsOnEverything>): Verdict {
  const by = atMostFive(policies.map(shown));
  const message = `${sayPrincipal(principal)} may do ${atMostFive(actions)} on every resource, by ${by}`;
  return { outcome: "violation", resource: principal.resource, message };
}

function unread(principal: PrincipalFact): readonly Verdict[] {
  const policy = principal.policies.find(({ document }) => document === "unknown");
  if (policy === undefined) return [];
  const message = `what ${sayPrincipal(principal)} may do is not known: nobody has read ${shown(policy.id)}`;
  return [{ outcome: "undetermined", resource: policy.resource, property: policy.property, message, remedy: readIt }];
}

const readIt =
  "Write the policy in this stack, and build its document and its ARN from values that are known before the update.";
