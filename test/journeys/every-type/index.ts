import { AccessKey } from "@pulumi/aws/iam/accessKey";
import { Policy } from "@pulumi/aws/iam/policy";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import { SamlProvider } from "@pulumi/aws/iam/samlProvider";
import { User as AwsUser } from "@pulumi/aws/iam/user";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy";
import { AppRoleAssignment } from "@pulumi/azuread/appRoleAssignment";
import { ApplicationAppRole } from "@pulumi/azuread/applicationAppRole";
import { ApplicationFromTemplate } from "@pulumi/azuread/applicationFromTemplate";
import { ApplicationIdentifierUri } from "@pulumi/azuread/applicationIdentifierUri";
import { ClaimsMappingPolicy } from "@pulumi/azuread/claimsMappingPolicy";
import { ConditionalAccessPolicy } from "@pulumi/azuread/conditionalAccessPolicy";
import { getApplicationOutput } from "@pulumi/azuread/getApplication";
import { Group } from "@pulumi/azuread/group";
import { GroupMember } from "@pulumi/azuread/groupMember";
import { NamedLocation } from "@pulumi/azuread/namedLocation";
import { ServicePrincipal } from "@pulumi/azuread/servicePrincipal";
import { ServicePrincipalClaimsMappingPolicyAssignment } from "@pulumi/azuread/servicePrincipalClaimsMappingPolicyAssignment";
import { ServicePrincipalTokenSigningCertificate } from "@pulumi/azuread/servicePrincipalTokenSigningCertificate";
import { SynchronizationJob } from "@pulumi/azuread/synchronizationJob";
import { SynchronizationSecret } from "@pulumi/azuread/synchronizationSecret";
import { User } from "@pulumi/azuread/user";
import * as pulumi from "@pulumi/pulumi";
import { metadataOf } from "./metadata";

// One of each resource type, each as a journey's interruption meets it. What it builds is of no other use.

const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

const application = new ApplicationFromTemplate("application", {
  displayName: "Every type",
  templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
});
const servicePrincipal = new ServicePrincipal("service-principal", {
  clientId: getApplicationOutput({ objectId: application.applicationObjectId }).clientId,
  useExisting: true,
  preferredSingleSignOnMode: "saml",
  tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
});
const identifierUri = new ApplicationIdentifierUri(
  "identifier-uri",
  { applicationId: application.applicationId, identifierUri: "https://signin.aws.amazon.com/saml#every-type" },
  { dependsOn: [servicePrincipal] },
);
const certificate = new ServicePrincipalTokenSigningCertificate(
  "certificate",
  { servicePrincipalId: servicePrincipal.id, displayName: "CN=Microsoft Azure Federated SSO Certificate" },
  { dependsOn: [identifierUri], retainOnDelete: true },
);
const claims = new ClaimsMappingPolicy("claims", {
  displayName: "Every type",
  definitions: [
    JSON.stringify({ ClaimsMappingPolicy: { Version: 1, IncludeBasicClaimSet: "true", ClaimsSchema: [] } }),
  ],
});
new ServicePrincipalClaimsMappingPolicyAssignment(
  "claims-assignment",
  { servicePrincipalId: servicePrincipal.id, claimsMappingPolicyId: claims.id },
  { dependsOn: [certificate] },
);

const samlProvider = new SamlProvider("saml-provider", {
  name: "EveryType",
  samlMetadataDocument: pulumi.unsecret(certificate.value).apply(metadataOf),
});
const role = new Role("role", {
  name: "EveryType",
  path: "/every/type/",
  assumeRolePolicy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: samlProvider.arn },
        Action: "sts:AssumeRoleWithSAML",
        Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
      },
    ],
  }),
});
const policy = new Policy("policy", { name: "EveryType", path: "/every/type/", policy: allow("s3:ListAllMyBuckets") });
new RolePolicyAttachment("attachment", { role: role.name, policyArn: policy.arn });
new RolePolicy("role-policy", { name: "inline", role: role.name, policy: allow("s3:GetObject") });

const awsUser = new AwsUser("aws-user", { name: "every-type" });
new UserPolicy("user-policy", { name: "inline", user: awsUser.name, policy: allow("iam:ListRoles") });
const accessKey = new AccessKey("access-key", { user: awsUser.name });

const user = new User("user", {
  userPrincipalName: "every-type@contoso.onmicrosoft.com",
  displayName: "Every type's user",
  password: pulumi.secret("Made-up-passw0rd"),
});
const group = new Group("group", { displayName: "Every type's group", securityEnabled: true });
new GroupMember("member", { groupObjectId: group.objectId, memberObjectId: user.objectId });
const appRole = new ApplicationAppRole(
  "app-role",
  {
    applicationId: application.applicationId,
    roleId: "e5e2c7a4-0000-4000-8000-000000000001",
    allowedMemberTypes: ["User"],
    displayName: "Every type",
    description: "Every type",
    value: "every-type",
  },
  { dependsOn: [servicePrincipal] },
);
new AppRoleAssignment("assignment", {
  appRoleId: appRole.roleId,
  principalObjectId: group.objectId,
  resourceObjectId: servicePrincipal.objectId,
});
const location = new NamedLocation("location", { displayName: "Every type", ip: { ipRanges: ["192.0.2.0/24"] } });
new ConditionalAccessPolicy("conditional-access", {
  displayName: "Every type",
  state: "enabled",
  conditions: {
    applications: { includedApplications: [servicePrincipal.clientId] },
    clientAppTypes: ["all"],
    locations: { includedLocations: ["All"], excludedLocations: [location.objectId] },
    users: { includedGroups: [group.objectId] },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

const secret = new SynchronizationSecret("secret", {
  servicePrincipalId: servicePrincipal.id,
  credentials: [
    { key: "ClientSecret", value: accessKey.id },
    { key: "SecretToken", value: accessKey.secret },
  ],
});
new SynchronizationJob(
  "job",
  { servicePrincipalId: servicePrincipal.id, templateId: "aws", enabled: true },
  { dependsOn: [secret] },
);
