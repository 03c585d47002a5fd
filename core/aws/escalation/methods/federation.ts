import type { EscalationMethod } from "../escalation-method";

/** What gives a way in from outside, or undoes what holds sessions back. */
export const federationMethods = [
  {
    name: "AddClientIDToOpenIDConnectProvider",
    category: "federation",
    actions: ["iam:AddClientIDToOpenIDConnectProvider"],
    gains: "has tokens that were issued for its own application accepted",
  },
  {
    name: "CreateOpenIDConnectProvider",
    category: "federation",
    actions: ["iam:CreateOpenIDConnectProvider"],
    gains: "adds an identity provider that it issues tokens with",
  },
  {
    name: "CreateSAMLProvider",
    category: "federation",
    actions: ["iam:CreateSAMLProvider"],
    gains: "adds an identity provider that it signs assertions with",
  },
  {
    name: "DeactivateMFADevice",
    category: "federation",
    actions: ["iam:DeactivateMFADevice"],
    gains: "takes the second factor from a user, so that a password alone is enough",
  },
  {
    name: "DeleteRolePolicy",
    category: "federation",
    actions: ["iam:DeleteRolePolicy"],
    gains: "deletes an inline policy of {role}, and with it a Deny",
    onDeny: true,
  },
  {
    name: "DetachRolePolicy",
    category: "federation",
    actions: ["iam:DetachRolePolicy"],
    gains: "detaches a managed policy from {role}, and with it a Deny",
    onDeny: true,
  },
  {
    name: "UpdateOpenIDConnectProviderThumbprint",
    category: "federation",
    actions: ["iam:UpdateOpenIDConnectProviderThumbprint"],
    gains: "has tokens of another server accepted in the name of the identity provider",
  },
  {
    name: "UpdateRole",
    category: "federation",
    actions: ["iam:UpdateRole"],
    gains: "has sessions of {role} last up to twelve hours",
  },
  {
    name: "UpdateSAMLProvider",
    category: "federation",
    actions: ["iam:UpdateSAMLProvider"],
    gains: "exchanges the certificate that assertions are verified with, and signs in as any federated role",
  },
] as const satisfies readonly EscalationMethod[];
