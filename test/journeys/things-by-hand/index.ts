import { Group } from "@pulumi/azuread/group";
import { User } from "@pulumi/azuread/user";
import * as pulumi from "@pulumi/pulumi";
import { EnterpriseApplication, FederatedRole, SamlIdentityProvider } from "entra-aws";

// What an organisation has before it takes `AccountFederation`: put together once, and kept elsewhere.

const account = { id: "111122223333", name: "Account1" };
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const userNamed = (name: string) =>
  new User(name, {
    userPrincipalName: `${name}@contoso.onmicrosoft.com`,
    displayName: name,
    password: pulumi.secret("Made-up-passw0rd"),
  });

const application = new EnterpriseApplication("application", {
  tenantId,
  company: "Contoso",
  account,
  displayName: "AWS by hand",
});
const provider = new SamlIdentityProvider("provider", {
  account,
  providerName: "EntraByHand",
  metadataXml: application.metadataXml,
});
const auditor = new FederatedRole("auditor", {
  account,
  roleName: "Auditor",
  path: "/audit/",
  samlProviderArn: provider.arn,
  managedPolicies: ["SecurityAudit"],
  tags: { owner: "audit" },
});
const oldAuditor = userNamed("Old-Auditor");
const newAuditor = userNamed("New-Auditor");
const auditors = new Group("auditors", {
  displayName: "Auditors of Contoso",
  securityEnabled: true,
  members: [oldAuditor.objectId],
});

export const applicationObjectId = application.applicationObjectId;
export const clientId = application.clientId;
export const metadataXml = application.metadataXml;
export const auditorsObjectId = auditors.objectId;
export const newAuditorObjectId = newAuditor.objectId;
export const roleArn = auditor.attachedRoleArn;
