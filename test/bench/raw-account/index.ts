import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import { SamlProvider } from "@pulumi/aws/iam/samlProvider";
import { ApplicationAppRole } from "@pulumi/azuread/applicationAppRole";
import { ApplicationFromTemplate } from "@pulumi/azuread/applicationFromTemplate";
import { ApplicationIdentifierUri } from "@pulumi/azuread/applicationIdentifierUri";
import { AppRoleAssignment } from "@pulumi/azuread/appRoleAssignment";
import { ClaimsMappingPolicy } from "@pulumi/azuread/claimsMappingPolicy";
import { ConditionalAccessPolicy } from "@pulumi/azuread/conditionalAccessPolicy";
import { getApplicationOutput } from "@pulumi/azuread/getApplication";
import { Group } from "@pulumi/azuread/group";
import { GroupMember } from "@pulumi/azuread/groupMember";
import { ServicePrincipal } from "@pulumi/azuread/servicePrincipal";
import { ServicePrincipalClaimsMappingPolicyAssignment } from "@pulumi/azuread/servicePrincipalClaimsMappingPolicyAssignment";
import { ServicePrincipalTokenSigningCertificate } from "@pulumi/azuread/servicePrincipalTokenSigningCertificate";
import { User } from "@pulumi/azuread/user";
import * as pulumi from "@pulumi/pulumi";

// What somebody writes who has no components: the same resources with the same inputs, one after the other. It must use
// nothing of this project, or it would not be the measure of it.

const config = new pulumi.Config("bench");
const [accountId, accountName] = [config.require("id"), config.require("name")];
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const signIn = "https://signin.aws.amazon.com/saml";
const attribute = "https://aws.amazon.com/SAML/Attributes";
const provider = `arn:aws:iam::${accountId}:saml-provider/EntraID`;

const developer = new User(
  "developer",
  {
    userPrincipalName: `developer-${accountId}@contoso.onmicrosoft.com`,
    displayName: "Developer",
    accountEnabled: true,
    password: pulumi.secret("Made-up-passw0rd"),
    forcePasswordChange: false,
  },
  { ignoreChanges: ["password"] },
);

const application = new ApplicationFromTemplate("application", {
  displayName: `Contoso AWS ${accountName} (${accountId})`,
  templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
});
const servicePrincipal = new ServicePrincipal("service-principal", {
  clientId: getApplicationOutput({ objectId: application.applicationObjectId }).clientId,
  useExisting: true,
  preferredSingleSignOnMode: "saml",
  appRoleAssignmentRequired: true,
  tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
});
const identifierUri = new ApplicationIdentifierUri(
  "identifier-uri",
  { applicationId: application.applicationId, identifierUri: `${signIn}#${accountId}` },
  { dependsOn: [servicePrincipal] },
);
const certificate = new ServicePrincipalTokenSigningCertificate(
  "certificate",
  { servicePrincipalId: servicePrincipal.id, displayName: "CN=Microsoft Azure Federated SSO Certificate" },
  { dependsOn: [identifierUri], retainOnDelete: true },
);
const claims = new ClaimsMappingPolicy("claims", {
  displayName: `AWS ${accountName} claims`,
  definitions: [
    JSON.stringify({
      ClaimsMappingPolicy: {
        Version: 1,
        IncludeBasicClaimSet: "true",
        ClaimsSchema: [
          { Source: "user", ID: "assignedroles", SamlClaimType: `${attribute}/Role` },
          { Source: "user", ID: "userprincipalname", SamlClaimType: `${attribute}/RoleSessionName` },
          { Value: "3600", SamlClaimType: `${attribute}/SessionDuration` },
        ],
      },
    }),
  ],
});
new ServicePrincipalClaimsMappingPolicyAssignment(
  "claims-assignment",
  { servicePrincipalId: servicePrincipal.id, claimsMappingPolicyId: claims.id },
  { dependsOn: [certificate], deleteBeforeReplace: true },
);

const samlProvider = new SamlProvider("saml-provider", {
  name: "EntraID",
  samlMetadataDocument: pulumi.unsecret(certificate.value).apply(metadata),
});

const groups = ["Administrator", "Developer"].map((name) => {
  const role = new Role(`${name}-role`, {
    name,
    description: "Federated by Microsoft Entra ID",
    maxSessionDuration: 3600,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: provider },
          Action: "sts:AssumeRoleWithSAML",
          Condition: { StringEquals: { "SAML:aud": signIn } },
        },
      ],
    }),
  });
  const policy = name === "Administrator" ? "AdministratorAccess" : "AmazonS3FullAccess";
  const attachment = new RolePolicyAttachment(`${name}-policy`, {
    role: role.name,
    policyArn: `arn:aws:iam::aws:policy/${policy}`,
  });
  const group = new Group(`${name}-group`, {
    displayName: `AWS-${accountName}-${name}s`,
    description: `Members may take the role ${name} in the AWS account ${accountName} (${accountId})`,
    securityEnabled: true,
    preventDuplicateNames: true,
  });
  const appRole = new ApplicationAppRole(
    `${name}-app-role`,
    {
      applicationId: application.applicationId,
      roleId: config.require(`${name}AppRoleId`),
      allowedMemberTypes: ["User"],
      displayName: `${name},EntraID`,
      description: `${name} in the AWS account ${accountName} (${accountId})`,
      value: `arn:aws:iam::${accountId}:role/${name},${provider}`,
    },
    { deleteBeforeReplace: true, dependsOn: [servicePrincipal, attachment, samlProvider] },
  );
  new AppRoleAssignment(
    `${name}-assignment`,
    {
      appRoleId: appRole.roleId,
      principalObjectId: group.objectId,
      resourceObjectId: servicePrincipal.objectId,
    },
    { deleteBeforeReplace: true, dependsOn: [appRole] },
  );
  return group;
});
new GroupMember("developer-member", {
  groupObjectId: groups[1]?.objectId ?? "",
  memberObjectId: developer.objectId,
});

new ConditionalAccessPolicy("mfa", {
  displayName: `AWS Console – MFA – ${accountName}`,
  state: "enabled",
  conditions: {
    users: {
      includedGroups: groups.map(({ objectId }) => objectId),
      excludedGroups: ["b4ea6100-0000-4000-8000-000000000001"],
    },
    applications: { includedApplications: [servicePrincipal.clientId] },
    clientAppTypes: ["all"],
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

function metadata(key: string): string {
  const saml = "urn:oasis:names:tc:SAML:2.0";
  const location = `https://login.microsoftonline.com/${tenantId}/saml2`;
  const service = (name: string, binding: string): string =>
    `<${name} Binding="${saml}:bindings:${binding}" Location="${location}" />`;
  return (
    `<EntityDescriptor xmlns="${saml}:metadata" entityID="https://sts.windows.net/${tenantId}/">` +
    `<IDPSSODescriptor protocolSupportEnumeration="${saml}:protocol"><KeyDescriptor use="signing">` +
    `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${key}</X509Certificate>` +
    `</X509Data></KeyInfo></KeyDescriptor>${service("SingleLogoutService", "HTTP-Redirect")}` +
    `${service("SingleSignOnService", "HTTP-Redirect")}${service("SingleSignOnService", "HTTP-POST")}` +
    `</IDPSSODescriptor></EntityDescriptor>`
  );
}
