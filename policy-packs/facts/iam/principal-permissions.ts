import { permissionsOf, type Permissions } from "#core/aws/permissions";
import { perStack, type StackFacts } from "../stack-facts";
import type { PrincipalFact } from "./principal-fact";

const permissionsIn = perStack(({ now }) => {
  const known = new Map<PrincipalFact, Permissions>();
  return (principal: PrincipalFact): Permissions => {
    const { policies, boundary } = principal;
    const made =
      known.get(principal) ?? permissionsOf({ identity: policies, boundary: boundary ? [boundary] : [] }, now);
    known.set(principal, made);
    return made;
  };
});

/** What a principal may do by all its policies within its boundary, worked out once. */
export function permissionsOfPrincipal(stack: StackFacts, principal: PrincipalFact): Permissions {
  return permissionsIn(stack)(principal);
}
