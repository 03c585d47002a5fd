/** What a case changes of a policy for all users, applications and clients that demands MFA. */
interface Changes {
  readonly users?: object;
  readonly applications?: object;
  readonly conditions?: object;
  readonly grant?: object | null;
  readonly state?: string;
  readonly name?: string;
}

/** A policy for everybody and everything, as Graph tells it, but for the changes. */
export function policyForAll({
  users,
  applications,
  conditions,
  grant,
  state = "enabled",
  name = "MFA",
}: Changes = {}) {
  return {
    id: `id of ${name}`,
    displayName: name,
    state,
    conditions: {
      clientAppTypes: ["all"],
      signInRiskLevels: [],
      userRiskLevels: [],
      insiderRiskLevels: null,
      platforms: null,
      locations: null,
      devices: null,
      clientApplications: null,
      authenticationFlows: null,
      users: { includeUsers: ["All"], excludeUsers: [], includeGroups: [], excludeGroups: [], ...users },
      applications: { includeApplications: ["All"], excludeApplications: [], includeUserActions: [], ...applications },
      ...conditions,
    },
    grantControls: grant === undefined ? mfa : grant,
    sessionControls: null,
  };
}

export const mfa = { operator: "OR", builtInControls: ["mfa"] };
export const block = { operator: "OR", builtInControls: ["block"] };
export const strength = (id: string, more: object = {}): object => ({
  operator: "OR",
  builtInControls: [],
  authenticationStrength: { id, ...more },
});
export const phishingResistant = strength("00000000-0000-0000-0000-000000000004");
