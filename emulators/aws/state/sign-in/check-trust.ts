import { authorizeTrust } from "#core/aws/authorization";
import type { RoleAndProvider } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";
import { trustedActions, trustRequest } from "#core/saml/trust";

import type { Role } from "../account";
import { undeterminedRefusal } from "../authorization/authorize-call";
import { requestContext } from "../authorization/request-context";
import { documentOf } from "../documents";
import { refusal } from "../refusals";

/**
 * Refuses unless the role's trust policy allows the sign-in and everything that it brings along.
 *
 * @throws AccessDenied, or NotEmulated where the decision hangs on what only AWS sees
 */
export function checkTrust(role: Role, pair: RoleAndProvider, assertion: VerifiedAssertion, now: Date): void {
  const policy = documentOf(role.trustPolicy);
  const requests = trustedActions(assertion).map((action) =>
    trustRequest(pair, assertion, action, now, requestContext(now)),
  );
  const decisions = requests.map((request) => ({ request, decision: authorizeTrust(request, policy) }));
  if (decisions.some(({ decision }) => decision.decision === "deny")) throw refusal("notAuthorizedBySaml");
  for (const { request, decision } of decisions) {
    if (decision.decision === "undetermined") throw undeterminedRefusal(request, decision);
  }
}
