import type { Denied, PolicyKind } from "./decision";
import type { AuthorizationRequest } from "./request";

/** How AWS speaks of a kind in an explicit denial; an implicit one says `no <kind>`. */
const explicitly: Record<PolicyKind, string> = {
  "service control policy": "a service control policy",
  "resource-based policy": "a resource-based policy",
  "identity-based policy": "an identity-based policy",
  "permissions boundary": "a permissions boundary",
  "session policy": "a session policy",
  "role trust policy": "the role trust policy",
};

/**
 * AWS's own words for a denied call.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialMessage(
  { principalArn, action, resource }: Pick<AuthorizationRequest, "principalArn" | "action" | "resource">,
  { reason, kind }: Pick<Denied, "reason" | "kind">,
): string {
  const because =
    reason === "explicit"
      ? `with an explicit deny in ${explicitly[kind]}`
      : `because no ${kind} allows the ${action} action`;
  return `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
}
