import type { ExampleResource } from "./example";

interface Changes {
  readonly name?: string;
  readonly state?: unknown;
  readonly users?: object;
  readonly applications?: object;
  readonly conditions?: object;
  readonly grant?: unknown;
  readonly session?: object;
  readonly from?: readonly string[];
}

export const mfa = { operator: "OR", builtInControls: ["mfa"] };
export const block = { operator: "OR", builtInControls: ["block"] };
export const phishingResistant = {
  operator: "OR",
  authenticationStrengthPolicyId: "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
};

/** A policy for all users, applications and clients that demands MFA, but for the changes. */
export function policyForAll(changes: Changes = {}): ExampleResource {
  const { name = "policy", state = "enabled", users, applications, conditions, session, from } = changes;
  const grantControls = "grant" in changes ? changes.grant : mfa;
  return {
    type: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
    name,
    properties: {
      displayName: name,
      state,
      conditions: {
        users: { includedUsers: ["All"], ...users },
        applications: { includedApplications: ["All"], ...applications },
        clientAppTypes: ["all"],
        ...conditions,
      },
      ...(grantControls !== undefined && { grantControls }),
      ...(session && { sessionControls: session }),
    },
    ...(from && { from: { conditions: from } }),
  };
}
