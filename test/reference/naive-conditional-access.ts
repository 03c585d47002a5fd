import type { ConditionalAccessPolicy, NamedLocation, SignIn } from "#core/entra/conditional-access";

/*
 * Conditional Access, written down once more from Microsoft's documentation in the plainest way, for judging
 * `#core/entra/conditional-access`: everything about the sign-in is known, and nothing is shared with what is judged.
 * https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-policies
 */

export interface NaiveDecision {
  readonly decision: "granted" | "blocked" | "challenge";
  /** Names of the policies that block, else of those that miss a control, else of those that applied. */
  readonly policies: readonly string[];
}

export function naivelyDecide(
  policies: readonly ConditionalAccessPolicy[],
  signIn: SignIn,
  locations: readonly NamedLocation[],
): NaiveDecision {
  const applied = policies.filter((policy) => policy.state === "enabled" && naivelyApplies(policy, signIn, locations));
  const names = (some: readonly ConditionalAccessPolicy[]): string[] => some.map(({ displayName }) => displayName);
  const blocking = applied.filter((policy) => policy.grantControls?.builtInControls?.includes("block"));
  if (blocking.length > 0) return { decision: "blocked", policies: names(blocking) };
  const missing = applied.filter((policy) => !naivelyMet(policy, signIn));
  if (missing.length > 0) return { decision: "challenge", policies: names(missing) };
  return { decision: "granted", policies: names(applied) };
}

function naivelyApplies(
  { conditions }: ConditionalAccessPolicy,
  signIn: SignIn,
  locations: readonly NamedLocation[],
): boolean {
  const { users, applications, clientAppTypes, platforms, signInRiskLevels, userRiskLevels } = conditions;
  const { groupIds } = signIn;
  if (typeof groupIds === "string" || !users || !applications) throw new Error("the model wants all to be known");

  const inGroup = (groups: readonly string[] = []): boolean => groups.some((group) => groupIds.includes(group));
  if (users.excludeUsers?.includes(signIn.userId)) return false;
  if (inGroup(users.excludeGroups ?? [])) return false;
  const named = users.includeUsers?.includes("All") || users.includeUsers?.includes(signIn.userId);
  if (!named && !inGroup(users.includeGroups ?? [])) return false;

  if (applications.excludeApplications?.includes(signIn.applicationId)) return false;
  const wanted = applications.includeApplications ?? [];
  if (!wanted.includes("All") && !wanted.includes(signIn.applicationId)) return false;

  const clients: readonly string[] = clientAppTypes ?? ["all"];
  if (!clients.includes("all") && !clients.includes(signIn.clientAppType)) return false;

  if (platforms) {
    if (platforms.excludePlatforms?.includes(String(signIn.platform))) return false;
    const included = platforms.includePlatforms ?? [];
    if (!included.includes("all") && !included.includes(String(signIn.platform))) return false;
  }
  if (conditions.locations) {
    const here = (list: readonly string[] = []): boolean =>
      list.includes("All") ||
      locations.some(
        (location) =>
          (list.includes(location.id) || (list.includes("AllTrusted") && location.isTrusted === true)) &&
          (location.ipRanges ?? []).some(({ cidrAddress }) =>
            // The model's ranges are all /24.
            String(signIn.ipAddress).startsWith(cidrAddress.replace(/0\/24$/, "")),
          ),
      );
    if (here(conditions.locations.excludeLocations ?? [])) return false;
    if (!here(conditions.locations.includeLocations ?? [])) return false;
  }
  if (signInRiskLevels?.length && !signInRiskLevels.some((level) => level === signIn.signInRisk)) return false;
  return !userRiskLevels?.length || userRiskLevels.some((level) => level === signIn.userRisk);
}

function naivelyMet({ grantControls }: ConditionalAccessPolicy, { satisfied, device }: SignIn): boolean {
  const controls = grantControls?.builtInControls ?? [];
  if (controls.length === 0) return true;
  const met = controls.map((control) => {
    if (control === "compliantDevice") return device?.compliant === true;
    if (control === "domainJoinedDevice") return device?.hybridJoined === true;
    return satisfied.includes(control);
  });
  return grantControls?.operator === "OR" ? met.includes(true) : !met.includes(false);
}
