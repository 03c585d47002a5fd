import { permissionsOf, type Permissions } from "#core/aws/permissions";
import { perStack, type StackFacts } from "../stack-facts";
import { mentionedActions } from "./mentioned-actions";
import type { PrincipalFact } from "./principal-fact";

const permissionsIn = perStack(({ now }) => {
  const known = new Map<PrincipalFact, Permissions>();
  return (principal: PrincipalFact): Permissions => {
    const made = known.get(principal) ?? worthAsking(principal, now);
    known.set(principal, made);
    return made;
  };
});

const nothing = { kind: "none", resources: [], keys: [], statements: [] } as const;

/** Rules ask a principal of some two hundred actions, of which its policies name a few. */
function worthAsking({ policies, boundary }: PrincipalFact, now: number): Permissions {
  const permissions = permissionsOf({ identity: policies, boundary: boundary ? [boundary] : [] }, now);
  const isMentioned = mentionedActions(policies);
  return {
    ...permissions,
    grant: (action, known, targets) => (isMentioned(action) ? permissions.grant(action, known, targets) : nothing),
  };
}

/** What a principal may do by all its policies within its boundary, worked out once. */
export function permissionsOfPrincipal(stack: StackFacts, principal: PrincipalFact): Permissions {
  return permissionsIn(stack)(principal);
}
