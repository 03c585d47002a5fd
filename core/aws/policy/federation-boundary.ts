import type { PolicyDocument, Statement } from "./policy-document";

export interface FederationBoundary {
  /** The policy that this document becomes: it protects itself. */
  boundaryArn: string;
  samlProviderArn: string;
  /** Of the federated roles, and of others that are to stay out of reach, such as the deployer's. */
  federatedRoleArns: readonly string[];
  /** Where roles are imported. */
  provisioningUserArn?: string;
  /** Customer managed policies of the federated roles: whoever may version one changes the role. */
  federatedRolePolicyArns?: readonly string[];
}

/**
 * The permissions boundary that keeps a federated administrator from changing, or stepping out of, the federation.
 *
 * It allows everything and denies, so it also holds where a resource policy names the session (an explicit deny always
 * does): any change to the SAML provider, the federated roles and their policies, the provisioning user and this policy;
 * other SAML or OIDC providers; taking a boundary off, or setting another; users, roles and permissions of users and
 * roles without this boundary. `iam:PermissionsBoundary` is absent for who has no boundary, and `StringNotEquals` holds
 * for an absent key.
 *
 * What stays open, since a boundary cannot tell it from daily work: taking a role that has no boundary and was there
 * before (`sts:AssumeRole`, also after editing its trust policy, or `iam:PassRole` to a service), or the policies it has
 * (`iam:CreatePolicyVersion`); access keys, passwords
 * and group membership of users without boundary that were there before (the provisioning user cannot get keys, but can
 * be put in a group, because IAM authorises that on the group); taking permissions away from others; service-linked
 * roles, which only their service can take.
 *
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function federationBoundary(boundary: FederationBoundary): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Everything", Effect: "Allow", Action: ["*"], Resource: ["*"] },
      federationIsReadOnly(boundary),
      noOtherIdentityProviders,
      boundariesStay,
      onlyWithinThisBoundary(boundary.boundaryArn),
    ],
  };
}

// By what is left rather than by what is denied: an action that IAM gains tomorrow is denied too.
function federationIsReadOnly(boundary: FederationBoundary): Statement {
  const { samlProviderArn, boundaryArn, provisioningUserArn, federatedRoleArns, federatedRolePolicyArns } = boundary;
  return {
    Sid: "FederationIsReadOnly",
    Effect: "Deny",
    NotAction: ["iam:Generate*", "iam:Get*", "iam:List*", "iam:Simulate*"],
    Resource: [
      samlProviderArn,
      boundaryArn,
      ...(provisioningUserArn === undefined ? [] : [provisioningUserArn]),
      ...federatedRoleArns,
      ...(federatedRolePolicyArns ?? []),
    ],
  };
}

const noOtherIdentityProviders: Statement = {
  Sid: "NoOtherIdentityProviders",
  Effect: "Deny",
  Action: [
    "iam:AddClientIDToOpenIDConnectProvider",
    "iam:CreateOpenIDConnectProvider",
    "iam:CreateSAMLProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "iam:UpdateSAMLProvider",
  ],
  Resource: ["*"],
};

const boundariesStay: Statement = {
  Sid: "BoundariesStay",
  Effect: "Deny",
  Action: ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"],
  Resource: ["*"],
};

function onlyWithinThisBoundary(boundaryArn: string): Statement {
  return {
    Sid: "OnlyWithinThisBoundary",
    Effect: "Deny",
    Action: [
      "iam:AttachRolePolicy",
      "iam:AttachUserPolicy",
      "iam:CreateRole",
      "iam:CreateUser",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:PutUserPermissionsBoundary",
      "iam:PutUserPolicy",
    ],
    Resource: ["*"],
    Condition: { StringNotEquals: { "iam:PermissionsBoundary": [boundaryArn] } },
  };
}
