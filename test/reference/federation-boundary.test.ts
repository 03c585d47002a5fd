import { assumedRoleArn, policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";
import { authorize, denialMessage, type AuthorizationRequest, type Decision } from "#core/aws/authorization";
import { managedPolicyDocument } from "#core/aws/managed-policies";
import { federationBoundary } from "#core/aws/policy";
import { describe, expect, it } from "vitest";

const accountId = "111122223333";
const provider = samlProviderArn({ accountId, name: "EntraID" });
const administrator = roleArn({ accountId, name: "Administrator" });
const developer = roleArn({ accountId, name: "Developer" });
const boundaryArn = policyArn({ accountId, name: "EntraFederationBoundary" });
const provisioningUser = userArn({ accountId, name: "Svc-EntraProvisioning-Account1" });
const otherRole = roleArn({ accountId, name: "Batch" });
const otherUser = userArn({ accountId, name: "robot" });
const otherPolicy = policyArn({ accountId, name: "Anything" });
const otherProvider = samlProviderArn({ accountId, name: "Mine" });
const oidcProvider = `arn:aws:iam::${accountId}:oidc-provider/token.example.com`;

const boundary = federationBoundary({
  boundaryArn,
  samlProviderArn: provider,
  federatedRoleArns: [administrator, developer],
  provisioningUserArn: provisioningUser,
});

/** `bounded`: the boundary that is asked for, or that the user or role acted upon has. */
function decide(action: string, resource: string, bounded?: string): Decision {
  return authorize(request(action, resource, bounded), {
    identity: [
      {
        id: "arn:aws:iam::aws:policy/AdministratorAccess",
        document: managedPolicyDocument("arn:aws:iam::aws:policy/AdministratorAccess") ?? "unknown",
      },
    ],
    boundary: [{ id: boundaryArn, document: boundary }],
  });
}

function request(action: string, resource: string, bounded?: string): AuthorizationRequest {
  return {
    principalArn: assumedRoleArn({ accountId, roleName: "Administrator", sessionName: "Test-AWSAdmin@contoso.com" }),
    action,
    resource,
    context: new Map([
      ["aws:principalarn", [administrator]],
      ...(bounded === undefined ? [] : [["iam:permissionsboundary", [bounded]] as const]),
    ]),
  };
}

type Row = readonly [what: string, action: string, resource: string, bounded?: string];

const refused: readonly Row[] = [
  ["the provider's metadata", "iam:UpdateSAMLProvider", provider],
  ["the provider's deletion", "iam:DeleteSAMLProvider", provider],
  ["the provider's tags", "iam:TagSAMLProvider", provider],
  ["a federated role's trust", "iam:UpdateAssumeRolePolicy", developer, boundaryArn],
  ["its own trust", "iam:UpdateAssumeRolePolicy", administrator, boundaryArn],
  ["a federated role's session maximum", "iam:UpdateRole", administrator, boundaryArn],
  ["a federated role's description", "iam:UpdateRoleDescription", developer, boundaryArn],
  ["a managed policy on a federated role", "iam:AttachRolePolicy", developer, boundaryArn],
  ["a managed policy off a federated role", "iam:DetachRolePolicy", developer, boundaryArn],
  ["an inline policy on a federated role", "iam:PutRolePolicy", administrator, boundaryArn],
  ["an inline policy off a federated role", "iam:DeleteRolePolicy", administrator, boundaryArn],
  ["a federated role's deletion", "iam:DeleteRole", developer, boundaryArn],

  ["its own boundary off", "iam:DeleteRolePermissionsBoundary", administrator, boundaryArn],
  ["another role's boundary off", "iam:DeleteRolePermissionsBoundary", otherRole, boundaryArn],
  ["a user's boundary off", "iam:DeleteUserPermissionsBoundary", otherUser, boundaryArn],
  ["its own boundary for another", "iam:PutRolePermissionsBoundary", administrator, otherPolicy],
  ["its own boundary for the same", "iam:PutRolePermissionsBoundary", administrator, boundaryArn],
  ["another role's boundary for another", "iam:PutRolePermissionsBoundary", otherRole, otherPolicy],
  ["a user's boundary for another", "iam:PutUserPermissionsBoundary", otherUser, otherPolicy],

  ["a new version of the boundary", "iam:CreatePolicyVersion", boundaryArn],
  ["another default version of the boundary", "iam:SetDefaultPolicyVersion", boundaryArn],
  ["a version of the boundary deleted", "iam:DeletePolicyVersion", boundaryArn],
  ["the boundary deleted", "iam:DeletePolicy", boundaryArn],

  ["a role without a boundary", "iam:CreateRole", otherRole],
  ["a role with another boundary", "iam:CreateRole", otherRole, otherPolicy],
  ["a user without a boundary", "iam:CreateUser", otherUser],
  ["a user with another boundary", "iam:CreateUser", otherUser, otherPolicy],
  ["a policy attached to an unbounded role", "iam:AttachRolePolicy", otherRole],
  ["a policy attached to a role of another boundary", "iam:AttachRolePolicy", otherRole, otherPolicy],
  ["a policy attached to an unbounded user", "iam:AttachUserPolicy", otherUser],
  ["a policy put on an unbounded role", "iam:PutRolePolicy", otherRole],
  ["a policy put on an unbounded user", "iam:PutUserPolicy", otherUser],

  ["another SAML provider", "iam:CreateSAMLProvider", otherProvider],
  ["another SAML provider's metadata", "iam:UpdateSAMLProvider", otherProvider],
  ["an OIDC provider", "iam:CreateOpenIDConnectProvider", oidcProvider],
  ["an OIDC provider's audience", "iam:AddClientIDToOpenIDConnectProvider", oidcProvider],
  ["an OIDC provider's thumbprint", "iam:UpdateOpenIDConnectProviderThumbprint", oidcProvider],

  ["a key for the provisioning user", "iam:CreateAccessKey", provisioningUser],
  ["a key of the provisioning user activated", "iam:UpdateAccessKey", provisioningUser],
  ["a password for the provisioning user", "iam:CreateLoginProfile", provisioningUser],
];

const allowed: readonly Row[] = [
  ["list users", "iam:ListUsers", `arn:aws:iam::${accountId}:user/`],
  ["read the provider", "iam:GetSAMLProvider", provider],
  ["read a federated role", "iam:GetRole", developer],
  ["read the boundary", "iam:GetPolicyVersion", boundaryArn],
  ["run instances", "ec2:RunInstances", `arn:aws:ec2:eu-west-1:${accountId}:instance/*`],
  ["make a bucket", "s3:CreateBucket", "arn:aws:s3:::reports"],
  ["create a bounded role", "iam:CreateRole", otherRole, boundaryArn],
  ["create a bounded user", "iam:CreateUser", otherUser, boundaryArn],
  ["attach a policy to a bounded role", "iam:AttachRolePolicy", otherRole, boundaryArn],
  ["attach a policy to a bounded user", "iam:AttachUserPolicy", otherUser, boundaryArn],
  ["put a policy on a bounded role", "iam:PutRolePolicy", otherRole, boundaryArn],
  ["put this boundary on a role", "iam:PutRolePermissionsBoundary", otherRole, boundaryArn],
  ["change another role's trust", "iam:UpdateAssumeRolePolicy", otherRole, boundaryArn],
  ["create a policy", "iam:CreatePolicy", otherPolicy],
  ["make a new version of another policy", "iam:CreatePolicyVersion", otherPolicy],
  ["make a key for another user", "iam:CreateAccessKey", otherUser],
  ["delete another role", "iam:DeleteRole", otherRole],
];

function cases(rows: readonly Row[]) {
  return rows.map(([what, action, resource, bounded]) => ({ what, action, resource, bounded }));
}

describe("an administrator within the federation boundary", () => {
  it.each(cases(refused))("is refused $what", ({ action, resource, bounded }) => {
    expect(decide(action, resource, bounded)).toMatchObject({
      decision: "deny",
      reason: "explicit",
      kind: "permissions boundary",
    });
  });

  it.each(cases(refused))("is refused $what in any letter case", ({ action, resource, bounded }) => {
    expect(decide(action.toUpperCase(), resource, bounded).decision).toBe("deny");
  });

  it.each(cases(allowed))("may $what", ({ action, resource, bounded }) => {
    expect(decide(action, resource, bounded)).toMatchObject({ decision: "allow" });
  });

  it("reads AWS's words for it", () => {
    const decision = decide("iam:UpdateSAMLProvider", provider);
    expect(decision.decision === "deny" && denialMessage(request("iam:UpdateSAMLProvider", provider), decision)).toBe(
      "User: arn:aws:sts::111122223333:assumed-role/Administrator/Test-AWSAdmin@contoso.com is not authorized to " +
        "perform: iam:UpdateSAMLProvider on resource: arn:aws:iam::111122223333:saml-provider/EntraID " +
        "with an explicit deny in a permissions boundary",
    );
  });

  it("hangs on a boundary that nobody knows", () => {
    const unknown = {
      ...request("iam:AttachRolePolicy", otherRole),
      unknownKeys: new Set(["iam:permissionsboundary"]),
    };
    const decision = authorize(unknown, { identity: [], boundary: [{ id: boundaryArn, document: boundary }] });
    expect(decision).toMatchObject({ decision: "deny", reason: "implicit", kind: "identity-based policy" });
    const administering = authorize(unknown, {
      identity: [
        {
          id: "all",
          document: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }],
          },
        },
      ],
      boundary: [{ id: boundaryArn, document: boundary }],
    });
    expect(administering).toMatchObject({
      decision: "undetermined",
      open: [{ on: "keys", effect: "Deny", keys: ["iam:permissionsboundary"], sid: "OnlyWithinThisBoundary" }],
    });
  });
});
