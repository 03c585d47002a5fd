import { consolePage } from "#core/aws";
import { adminCenterPage, signingCertificate } from "#core/entra";
import type { FederationFacts, RoleFacts } from "./federation-facts";
import type { InventoryRow } from "./render-inventory";

/** Everything of a federation, in the order of the article. Pure. */
export function federationRows(facts: FederationFacts): InventoryRow[] {
  return [
    ...applicationRows(facts),
    ...accountRows(facts),
    ...facts.roles.flatMap((role) => roleRows(role, facts)),
    ...provisioningRows(facts),
    ...policyRows(facts),
  ];
}

const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

const keptBefore = (existing: boolean): Pick<InventoryRow, "keeper"> => ({ keeper: existing ? "others" : "stack" });

function applicationRows({ application, cloud }: FederationFacts): InventoryRow[] {
  const { name, clientId, identifierUri, servicePrincipalObjectId, existing } = application;
  const identifier = identifierUri === undefined ? "" : ` as ${identifierUri}`;
  const ids = { objectId: servicePrincipalObjectId, clientId };
  const sso = adminCenterPage("singleSignOn", ids, cloud);
  return [
    {
      what: "Application",
      name,
      id: application.objectId,
      ...keptBefore(existing),
      purpose: `Stands for the AWS account in Entra${identifier}; client id ${clientId} (“Add an AWS app to your Microsoft Entra enterprise applications”)`,
      page: adminCenterPage("appRegistration", ids, cloud),
    },
    {
      what: "Enterprise application (service principal)",
      name,
      id: servicePrincipalObjectId,
      ...keptBefore(existing),
      purpose: "Where people sign in, and who is assigned (“Configure Microsoft Entra SSO for AWS”)",
      page: adminCenterPage("enterpriseApplication", ids, cloud),
    },
    ...signingRows(application, sso),
  ];
}

function signingRows(
  { certificateThumbprint, certificateGiven, claimsPolicy }: FederationFacts["application"],
  page: string,
): InventoryRow[] {
  const certificate: InventoryRow = {
    what: "Signing certificate",
    name: signingCertificate.displayName,
    id: certificateThumbprint,
    ...keptBefore(certificateGiven),
    purpose: "Signs the SAML responses; stays when the stack goes (“Configure Microsoft Entra SSO for AWS”)",
    page,
  };
  const claims: InventoryRow = {
    what: "Claims mapping policy",
    name: claimsPolicy.name,
    id: claimsPolicy.id,
    purpose:
      "The claims of this application: role, session name and session length, as AWS reads them (“Configure Microsoft Entra SSO for AWS”)",
    page,
  };
  return [certificate, claims].filter(({ id }) => id !== "");
}

function accountRows({ provider, boundary }: FederationFacts): InventoryRow[] {
  if (provider === undefined) return [];
  const saml: InventoryRow = {
    what: "SAML provider",
    name: provider.name,
    id: provider.arn,
    ...keptBefore(provider.existing),
    purpose: "Trusts the application's signature (“Configure AWS SSO”)",
    page: consolePage(provider.arn),
  };
  if (boundary === undefined) return [saml];
  return [
    saml,
    {
      what: "Managed policy",
      name: nameIn(boundary.arn),
      id: boundary.arn,
      purpose: "Permissions boundary: federated roles cannot change the federation (“AWS IAM security”)",
      page: consolePage(boundary.arn),
    },
  ];
}

function roleRows(role: RoleFacts, facts: FederationFacts): InventoryRow[] {
  const { group, appRole, policies } = role;
  const allowed = role.existingRole ? "its own policies" : policies.length > 0 ? policies.join(", ") : "no policies";
  return [
    {
      what: "IAM role",
      name: role.roleName,
      id: role.roleArn,
      ...keptBefore(role.existingRole),
      purpose: `What members of ${group.name} become in AWS, with ${allowed} (“create more roles”)`,
      page: consolePage(role.roleArn),
    },
    {
      what: "Security group",
      name: group.name,
      id: group.objectId,
      ...keptBefore(group.existing),
      owners: group.owners,
      purpose: `Direct members may take the role ${role.roleName} (“Create the following users and groups”)`,
      page: adminCenterPage("group", group, facts.cloud),
    },
    ...group.members.map((member) => ({
      what: "Group membership",
      name: `${member.key} in ${group.name}`,
      id: member.objectId,
      purpose: `Lets this user take the role ${role.roleName} (“Create the following users and groups”)`,
      page: adminCenterPage("groupMembers", group, facts.cloud),
    })),
    ...(appRole === undefined ? [awaitedRow(role, facts)] : appRoleRows(role, appRole, facts)),
  ];
}

function appRoleRows(
  { roleName, group }: RoleFacts,
  appRole: NonNullable<RoleFacts["appRole"]>,
  { application, cloud }: FederationFacts,
): InventoryRow[] {
  const ids = { objectId: application.servicePrincipalObjectId, clientId: application.clientId };
  return [
    {
      what: "App role",
      name: appRole.name,
      id: appRole.id,
      keeper: appRole.imported ? "provisioning" : "stack",
      purpose: `Stands for the AWS role ${roleName}${appRole.imported ? ", written by the provisioning service" : ""} (“How to update role mapping”)`,
      page: adminCenterPage("appRegistration", ids, cloud),
    },
    {
      what: "App-role assignment",
      name: `${group.name} → ${appRole.name}`,
      id: appRole.assignmentId,
      purpose: `Gives the role to the group (“How to update role mapping”)`,
      page: adminCenterPage("usersAndGroups", ids, cloud),
    },
  ];
}

function awaitedRow({ roleName }: RoleFacts, { application, cloud }: FederationFacts): InventoryRow {
  const ids = { objectId: application.servicePrincipalObjectId, clientId: application.clientId };
  return {
    what: "App role",
    name: roleName,
    keeper: "provisioning",
    purpose: "Not written by the provisioning service yet, hence not assigned (“How to update role mapping”)",
    page: adminCenterPage("provisioning", ids, cloud),
  };
}

function provisioningRows({ provisioning, application, cloud }: FederationFacts): InventoryRow[] {
  if (provisioning === undefined) return [];
  const { userArn, existingUser, accessKeyId, jobId } = provisioning;
  const ids = { objectId: application.servicePrincipalObjectId, clientId: application.clientId };
  return [
    {
      what: "IAM user",
      name: nameIn(userArn),
      id: userArn,
      ...keptBefore(existingUser),
      purpose: "By an inline policy it may list the roles (“Configure AWS SSO”)",
      page: consolePage(userArn),
    },
    {
      what: "Access key",
      name: nameIn(userArn),
      id: accessKeyId,
      purpose:
        "By it Entra's provisioning service is that user; the secret half is in the stack's state, encrypted, and in Entra (“Configure AWS SSO”)",
      page: consolePage(userArn),
    },
    {
      what: "Provisioning credentials",
      name: "ClientSecret, SecretToken",
      purpose: "That access key, as the provisioning service has it (“configure automated role provisioning”)",
      page: adminCenterPage("provisioning", ids, cloud),
    },
    {
      what: "Provisioning job",
      name: "aws",
      id: jobId,
      purpose: "Writes the account's roles into the application (“configure automated role provisioning”)",
      page: adminCenterPage("provisioning", ids, cloud),
    },
  ];
}

function policyRows({ conditionalAccessPolicy, cloud }: FederationFacts): InventoryRow[] {
  if (conditionalAccessPolicy === undefined) return [];
  const { name, objectId } = conditionalAccessPolicy;
  return [
    {
      what: "Conditional Access policy",
      name,
      id: objectId,
      purpose: "Asks for MFA before the AWS console (“Enable Conditional Access”)",
      page: adminCenterPage("conditionalAccessPolicy", { objectId }, cloud),
    },
  ];
}
