import { claimsPolicyDefinition, galleryTemplates } from "#core/entra";
import type { Inputs, Known, ResourceFace } from "#emulators/wire/pulumi-provider";

import { appRoleAssignment } from "./app-role-assignment";
import { applicationAppRole } from "./application-app-role";
import { applicationFromTemplate } from "./application-from-template";
import { applicationIdentifierUri } from "./application-identifier-uri";
import { claimsMappingPolicy } from "./claims-mapping-policy";
import type { TenantCloud } from "./cloud";
import { getApplication } from "./get-application";
import { group } from "./group";
import { groupMember } from "./group-member";
import { servicePrincipal } from "./service-principal";
import { servicePrincipalClaimsMappingPolicyAssignment } from "./service-principal-claims-mapping-policy-assignment";
import { servicePrincipalTokenSigningCertificate } from "./service-principal-token-signing-certificate";
import { user } from "./user";

/** A resource as an `up` leaves it: inputs with the provider's defaults, and all outputs. */
export interface Deployed {
  id: string;
  state: Inputs;
}

/** Creates a resource as the engine would: defaults, checks, then the request. @throws what a check or the cloud refuses */
export async function deploy(face: ResourceFace<TenantCloud>, cloud: TenantCloud, given: Inputs): Promise<Deployed> {
  const inputs = (face.defaults?.(given) ?? given) as Inputs;
  const failures = face.checks?.(inputs) ?? [];
  if (failures.length > 0) throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
  const { id, outputs } = await face.create(cloud, inputs);
  return { id, state: { ...inputs, ...outputs } };
}

export const exampleRole = {
  id: "11111111-aaaa-4aaa-8aaa-111111111111",
  value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
};
export const examplePassword = "Made-Up-Passw0rd!";

/** The recipe that azuread 6.9.1 was seen to accept, for one role, one group and one user. */
export async function deployApplication(cloud: TenantCloud, accountId = "111122223333") {
  const application = await deploy(applicationFromTemplate, cloud, {
    displayName: `Contoso AWS ${accountId}`,
    templateId: galleryTemplates.awsSingleAccountAccess.id,
  });
  const applicationId = textOf(application.state["applicationId"]);
  const { clientId } = await getApplication.invoke(cloud, {
    objectId: textOf(application.state["applicationObjectId"]),
  });
  const principal = await deploy(servicePrincipal, cloud, {
    clientId: textOf(clientId),
    useExisting: true,
    preferredSingleSignOnMode: "saml",
    appRoleAssignmentRequired: true,
    tags: [...galleryTemplates.awsSingleAccountAccess.tags],
  });
  const identifierUri = await deploy(applicationIdentifierUri, cloud, {
    applicationId,
    identifierUri: `https://signin.aws.amazon.com/saml#${accountId}`,
  });
  const certificate = await deploy(servicePrincipalTokenSigningCertificate, cloud, {
    servicePrincipalId: principal.id,
    displayName: "CN=Microsoft Azure Federated SSO Certificate",
  });
  const policy = await deploy(claimsMappingPolicy, cloud, {
    displayName: "AWS claims",
    definitions: [claimsPolicyDefinition({ sessionDuration: 3600 })],
  });
  const policyAssignment = await deploy(servicePrincipalClaimsMappingPolicyAssignment, cloud, {
    claimsMappingPolicyId: policy.id,
    servicePrincipalId: principal.id,
  });
  const role = await deploy(applicationAppRole, cloud, {
    applicationId,
    allowedMemberTypes: ["User"],
    description: "Developer on 111122223333",
    displayName: "Developer,EntraID",
    roleId: exampleRole.id,
    value: exampleRole.value,
  });
  const people = await deployPeople(cloud);
  const assignment = await deploy(appRoleAssignment, cloud, {
    appRoleId: exampleRole.id,
    principalObjectId: textOf(people.developers.state["objectId"]),
    resourceObjectId: textOf(principal.state["objectId"]),
  });
  return {
    ...people,
    application,
    applicationId,
    assignment,
    certificate,
    clientId: textOf(clientId),
    identifierUri,
    policy,
    policyAssignment,
    principal,
    role,
  };
}

/** A group and its one member. */
export async function deployPeople(cloud: TenantCloud) {
  const suffix = cloud.read().users.length;
  const developers = await deploy(group, cloud, { displayName: "AWS-Account1-Developers", securityEnabled: true });
  const developer = await deploy(user, cloud, {
    displayName: "Test Developer",
    userPrincipalName: `Test-Developer${suffix}@contoso.onmicrosoft.com`,
    password: examplePassword,
    givenName: "Test",
  });
  const member = await deploy(groupMember, cloud, {
    groupObjectId: textOf(developers.state["objectId"]),
    memberObjectId: textOf(developer.state["objectId"]),
  });
  return { developers, developer, member };
}

export function textOf(value: Known | undefined): string {
  if (typeof value !== "string") throw new TypeError("expected a text");
  return value;
}
