import type { Decision, SourcedPolicy } from "./decision";
import { evaluatePolicies } from "./evaluate-policies";
import type { AuthorizationRequest } from "./request";

/**
 * Decides by a role's trust policy alone who may assume the role: a federated sign-in, an AWS service, or an AWS principal,
 * which in the role's own account may need its identity-based policies too where only the account is named.
 *
 * @param trustPolicy - an unknown document leaves the answer undetermined
 */
export function authorizeTrust(request: AuthorizationRequest, trustPolicy: SourcedPolicy["document"]): Decision {
  const kind = "role trust policy";
  const { denies, allows, openDenies, openAllows } = evaluatePolicies(
    kind,
    [{ id: "trust policy", document: trustPolicy }],
    request,
  );
  if (denies.length > 0) return { decision: "deny", reason: "explicit", kind, by: denies };
  if (allows.length === 0 && openAllows.length === 0) return { decision: "deny", reason: "implicit", kind, by: [] };
  if (allows.length > 0 && openDenies.length === 0) return { decision: "allow", by: allows.map(({ of }) => of) };
  const missing = allows.length > 0 ? [] : openAllows.map(({ of }) => of);
  return { decision: "undetermined", open: [...new Set([...openDenies, ...missing])] };
}
