import type { EscalationMethod } from "./escalation-method";
import { federationMethods } from "./methods/federation";
import { identityMethods } from "./methods/identities";
import { passRoleMethods } from "./methods/pass-role";
import { runningCodeMethods } from "./methods/running-code";
import { limitMethods } from "./methods/weakens-limits";

/**
 * All methods that are known, those with the fewest actions first in each group.
 *
 * Sources: https://pathfinding.cloud, https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/, the
 * lists of prowler, cloudsplaining and parliament, and the service authorization reference.
 */
export const escalationMethods: readonly EscalationMethod[] = [
  ...identityMethods,
  ...runningCodeMethods,
  ...passRoleMethods,
  ...limitMethods,
  ...federationMethods,
];
