import { describe, expect, it } from "vitest";
import { assumedRoleArn, policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";
import { authorize } from "#core/aws/authorization";
import { federationBoundary, parsePolicy } from "#core/aws/policy";

const accountId = "111122223333";
const role = (name: string) => roleArn({ accountId, name });
const user = (name: string) => userArn({ accountId, name });
const group = "arn:aws:iam::111122223333:group/Admins";
const provider = samlProviderArn({ accountId, name: "EntraID" });
const otherProvider = samlProviderArn({ accountId, name: "Evil" });
const oidcProvider = "arn:aws:iam::111122223333:oidc-provider/evil.example";
const boundary = policyArn({ accountId, name: "EntraFederationBoundary" });
const developerPolicy = policyArn({ accountId, name: "DeveloperAccess" });
const provisioningUser = user("Svc-EntraProvisioning-Account1");

const document = federationBoundary({
  boundaryArn: boundary,
  samlProviderArn: provider,
  federatedRoleArns: [role("Administrator"), role("Developer")],
  provisioningUserArn: provisioningUser,
  federatedRolePolicyArns: [developerPolicy],
});

const administrator = parsePolicy({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});
if ("malformed" in administrator) throw new Error(administrator.malformed.message);
const policies = {
  identity: [{ id: "AdministratorAccess", document: administrator.document }],
  boundary: [{ id: boundary, document }],
};

/** What a federated administrator with AdministratorAccess may do within the boundary. */
function decide(action: string, resource: string, permissionsBoundary?: string) {
  const context = new Map(
    permissionsBoundary === undefined ? [] : [["iam:permissionsboundary", [permissionsBoundary]]],
  );
  const principalArn = assumedRoleArn({ accountId, roleName: "Administrator", sessionName: "a@contoso.com" });
  return authorize({ principalArn, action, resource, context }, policies);
}

const otherBoundary = "arn:aws:iam::aws:policy/AdministratorAccess";

describe("a federated administrator within the boundary", () => {
  it.each([
    ["iam:UpdateSAMLProvider", provider],
    ["iam:DeleteSAMLProvider", provider],
    ["iam:TagSAMLProvider", provider],
    ["iam:CreateSAMLProvider", otherProvider],
    ["iam:UpdateSAMLProvider", otherProvider],
    ["iam:CreateOpenIDConnectProvider", oidcProvider],
    ["iam:AddClientIDToOpenIDConnectProvider", oidcProvider],
    ["iam:UpdateOpenIDConnectProviderThumbprint", oidcProvider],
  ])("cannot change who vouches for people: %s on %s", (action, resource) => {
    expect(decide(action, resource)).toMatchObject({
      decision: "deny",
      reason: "explicit",
      kind: "permissions boundary",
    });
  });

  it.each([
    "iam:UpdateAssumeRolePolicy",
    "iam:AttachRolePolicy",
    "iam:DetachRolePolicy",
    "iam:PutRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
    "iam:DeleteRole",
    "iam:PutRolePermissionsBoundary",
    "iam:DeleteRolePermissionsBoundary",
    "iam:TagRole",
    "iam:UntagRole",
  ])("cannot change a federated role, even one with the boundary: %s", (action) => {
    for (const name of ["Administrator", "Developer"]) {
      expect(decide(action, role(name), boundary)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
    }
  });

  it.each([
    ["iam:CreatePolicyVersion", boundary],
    ["iam:SetDefaultPolicyVersion", boundary],
    ["iam:DeletePolicyVersion", boundary],
    ["iam:DeletePolicy", boundary],
    ["iam:CreatePolicyVersion", developerPolicy],
  ])("cannot change the boundary or a federated role's own policy: %s on %s", (action, resource) => {
    expect(decide(action, resource)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
  });

  it.each([
    ["iam:DeleteRolePermissionsBoundary", role("Other")],
    ["iam:DeleteUserPermissionsBoundary", user("Other")],
  ])("cannot take a boundary off anybody: %s", (action, resource) => {
    expect(decide(action, resource, boundary)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
  });

  it.each([
    ["iam:CreateRole", role("Other")],
    ["iam:CreateUser", user("Other")],
    ["iam:AttachRolePolicy", role("Other")],
    ["iam:AttachUserPolicy", user("Other")],
    ["iam:PutRolePolicy", role("Other")],
    ["iam:PutUserPolicy", user("Other")],
    ["iam:PutRolePermissionsBoundary", role("Other")],
    ["iam:PutUserPermissionsBoundary", user("Other")],
  ])("does %s only with this boundary", (action, resource) => {
    expect(decide(action, resource, boundary)).toMatchObject({ decision: "allow" });
    expect(decide(action, resource, otherBoundary)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
    expect(decide(action, resource)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
  });

  it.each([
    "iam:CreateAccessKey",
    "iam:UpdateAccessKey",
    "iam:DeleteAccessKey",
    "iam:CreateLoginProfile",
    "iam:UpdateLoginProfile",
    "iam:CreateServiceSpecificCredential",
    "iam:UploadSSHPublicKey",
    "iam:UploadSigningCertificate",
    "iam:PutUserPolicy",
    "iam:AttachUserPolicy",
    "iam:UpdateUser",
    "iam:DeleteUser",
  ])("cannot touch the provisioning user: %s", (action) => {
    expect(decide(action, provisioningUser, boundary)).toMatchObject({
      decision: "deny",
      kind: "permissions boundary",
    });
  });

  it.each([
    "sts:AssumeRole",
    "iam:PassRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:PutRolePermissionsBoundary",
    "iam:AttachRolePolicy",
    "iam:DeleteRole",
  ])("has no way by a role that it names, such as the deployer's: %s", (action) => {
    const named = federationBoundary({
      boundaryArn: boundary,
      samlProviderArn: provider,
      federatedRoleArns: [role("Deployer")],
    });
    const context = new Map([["iam:permissionsboundary", [boundary]]]);
    const principalArn = assumedRoleArn({ accountId, roleName: "Administrator", sessionName: "a@contoso.com" });
    const request = { principalArn, action, resource: role("Deployer"), context };
    const within = { ...policies, boundary: [{ id: boundary, document: named }] };
    expect(authorize(request, within)).toMatchObject({ decision: "deny", kind: "permissions boundary" });
  });

  it.each([
    ["iam:ListUsers", "*"],
    ["iam:GetRole", role("Administrator")],
    ["iam:GetSAMLProvider", provider],
    ["iam:ListAccessKeys", provisioningUser],
    ["iam:GetPolicyVersion", boundary],
    ["s3:ListAllMyBuckets", "*"],
    ["ec2:RunInstances", "*"],
    ["iam:CreateServiceLinkedRole", role("aws-service-role/x")],
    ["iam:DeleteRole", role("Other")],
  ])("can do the rest of the work: %s on %s", (action, resource) => {
    expect(decide(action, resource)).toMatchObject({ decision: "allow" });
  });

  it.each([
    ["sts:AssumeRole", role("Unbounded")],
    ["iam:PassRole", role("Unbounded")],
    ["iam:UpdateAssumeRolePolicy", role("Unbounded")],
    ["iam:CreatePolicyVersion", policyArn({ accountId, name: "OfUnbounded" })],
    ["iam:CreateAccessKey", user("Unbounded")],
    ["iam:AddUserToGroup", group],
  ])("can still, as the documentation says: %s on %s", (action, resource) => {
    expect(decide(action, resource)).toMatchObject({ decision: "allow" });
  });
});
