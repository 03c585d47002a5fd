import {
  builtInStrengths,
  decideSignIn,
  type NamedLocation as EvaluatedLocation,
  type SignInDecision,
} from "#core/entra/conditional-access";

import { transitiveGroupIds } from "../state/groups";
import type { NamedLocation, Tenant, User } from "../state/model";
import type { SignInClient } from "./client";
import { signInRefusal, type SignInRefusal, type SignInRefusalName } from "./refusals";

/** What the tenant's policies say to this sign-in. */
export function conditionalAccessDecision(
  tenant: Readonly<Tenant>,
  input: { user: User; appId: string; client: SignInClient },
): SignInDecision {
  const { user, appId, client } = input;
  return decideSignIn(
    tenant.conditionalAccessPolicies,
    {
      userId: user.id,
      userType: user.userType === "Guest" ? "guest" : "member",
      groupIds: transitiveGroupIds(tenant, user.id),
      // The tenant has no directory roles yet.
      directoryRoleIds: [],
      applicationId: appId,
      clientAppType: client.clientAppType ?? "browser",
      platform: client.platform,
      ipAddress: client.ipAddress,
      country: client.country,
      device: { compliant: false, hybridJoined: false, ...client.device },
      signInRisk: client.signInRisk ?? "none",
      userRisk: client.userRisk ?? "none",
      authenticationFlow: "none",
      satisfied: client.mfa === true ? [builtInStrengths.multifactor] : [],
    },
    { namedLocations: tenant.namedLocations.map(evaluatedLocation) },
  );
}

/** How Entra tells a decision that is not a grant, the deciding policies by name. */
export function refusalOf(decision: SignInDecision, appId: string): SignInRefusal | undefined {
  const names = decision.policies.map((policy) => policy.displayName);
  if (decision.decision === "granted") return undefined;
  if (decision.decision === "blocked") return signInRefusal("blocked", {}, names);
  if (decision.decision === "challenge") {
    const controls = decision.missing.flatMap((missing) => missing.controls);
    return signInRefusal(challengeFor(controls), { appId, controls: controls.join(", ") }, names);
  }
  const inputs = [...new Set(decision.open.flatMap((open) => open.inputs))].join(", ");
  return signInRefusal(
    "undetermined",
    { inputs },
    decision.open.map((open) => open.displayName),
  );
}

/** Which refusal asks for a control, what a person can do at once first. */
const challenges: readonly (readonly [string, SignInRefusalName])[] = [
  ["mfa", "mfaRequired"],
  [builtInStrengths.multifactor, "mfaRequired"],
  [builtInStrengths.passwordless, "mfaRequired"],
  [builtInStrengths.phishingResistant, "mfaRequired"],
  ["passwordChange", "passwordChangeRequired"],
  ["compliantDevice", "compliantDeviceRequired"],
  ["domainJoinedDevice", "joinedDeviceRequired"],
  ["approvedApplication", "approvedClientRequired"],
  ["compliantApplication", "approvedClientRequired"],
];

function challengeFor(controls: readonly string[]): SignInRefusalName {
  return challenges.find(([control]) => controls.includes(control))?.[1] ?? "otherControlRequired";
}

function evaluatedLocation(location: NamedLocation): EvaluatedLocation {
  const { id, displayName } = location;
  if (location.kind === "ip") {
    const ipRanges = location.ipRanges.map((cidrAddress) => ({ cidrAddress }));
    return { id, displayName, isTrusted: location.isTrusted, ipRanges };
  }
  const { countriesAndRegions, includeUnknownCountriesAndRegions } = location;
  return { id, displayName, countriesAndRegions, includeUnknownCountriesAndRegions };
}
