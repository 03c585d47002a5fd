import { claimsPolicyDefinition, type DeployerFeatures, galleryTemplates } from "#core/entra";

import type { Bag, Engine, Kept } from "./engine.test-support";

const breakGlass = { group: "b4ea6100-0000-4000-8000-000000000001", user: "b4ea6100-0000-4000-8000-000000000002" };
const roleId = "11111111-aaaa-4aaa-8aaa-111111111111";

/** One resource of an account stack: what it needs of the ones before, and what changes in place. */
interface Declared {
  name: string;
  type: string;
  inputs: (made: ReadonlyMap<string, Kept>) => Bag;
  change?: Bag;
}

const stateOf = (made: ReadonlyMap<string, Kept>, name: string, property: string) =>
  made.get(name)?.state[property] ?? "";
const idOf = (made: ReadonlyMap<string, Kept>, name: string) => made.get(name)?.id ?? "";

/** The recipe, with what the features add to it, in the order of creation. */
function declared(features: DeployerFeatures): Declared[] {
  return [
    ...applicationPart,
    ...(features.groups === false ? existingGroupPart : groupPart),
    ...(features.existingGroupMembers === true ? existingGroupMemberPart : []),
    ...(features.testUsers === true ? userPart : []),
    ...(features.conditionalAccess === true ? conditionalAccessPart : []),
    ...(features.roleImport === true ? roleImportPart : []),
  ];
}

/** Creates, refreshes, changes, looks up and destroys a whole account stack. @throws the first refusal */
export async function runAccountStack(engine: Engine, features: DeployerFeatures): Promise<void> {
  const made = new Map<string, Kept>();
  const resources = declared(features);
  for (const { name, type, inputs } of resources) {
    made.set(name, await engine.create(type, inputs(made)));
    if (name === "application") await lookUpApplication(engine, made);
  }
  await lookUp(engine, made, features);
  for (const { name, inputs, change } of resources) {
    const kept = made.get(name);
    if (!kept) continue;
    await engine.refresh(kept);
    if (change) await engine.update(kept, { ...inputs(made), ...change });
  }
  for (const kept of [...made.values()].reverse()) await engine.destroy(kept);
}

async function lookUpApplication(engine: Engine, made: Map<string, Kept>): Promise<void> {
  const objectId = stateOf(made, "application", "applicationObjectId");
  const { clientId = "" } = await engine.lookup("getApplication", { objectId });
  const application = made.get("application");
  if (application) application.state["clientId"] = clientId;
}

async function lookUp(engine: Engine, made: ReadonlyMap<string, Kept>, features: DeployerFeatures): Promise<void> {
  await engine.lookup("getClientConfig", {});
  await engine.lookup("getServicePrincipal", { clientId: stateOf(made, "application", "clientId") });
  if (features.existingGroups === true) {
    await engine.lookup("getGroup", { objectId: breakGlass.group });
    await engine.lookup("getDirectoryObject", { objectId: breakGlass.group });
  }
  if (features.existingUsers !== true) return;
  await engine.lookup("getUser", { userPrincipalName: "breakglass@contoso.onmicrosoft.com" });
  await engine.lookup("getDirectoryObject", { objectId: breakGlass.user });
}

const applicationPart: Declared[] = [
  {
    name: "application",
    type: "ApplicationFromTemplate",
    inputs: () => ({ displayName: "Contoso AWS", templateId: galleryTemplates.awsSingleAccountAccess.id }),
    change: { displayName: "Contoso AWS renamed" },
  },
  {
    name: "principal",
    type: "ServicePrincipal",
    inputs: (made) => ({
      clientId: stateOf(made, "application", "clientId"),
      useExisting: true,
      preferredSingleSignOnMode: "saml",
      appRoleAssignmentRequired: true,
    }),
    change: { notes: "Managed as code" },
  },
  {
    name: "identifierUri",
    type: "ApplicationIdentifierUri",
    inputs: (made) => ({
      applicationId: stateOf(made, "application", "applicationId"),
      identifierUri: "https://signin.aws.amazon.com/saml#111122223333",
    }),
  },
  {
    name: "certificate",
    type: "ServicePrincipalTokenSigningCertificate",
    inputs: (made) => ({ servicePrincipalId: idOf(made, "principal"), displayName: "CN=SSO" }),
  },
  {
    name: "claims",
    type: "ClaimsMappingPolicy",
    inputs: () => ({ displayName: "AWS", definitions: [claimsPolicyDefinition({ sessionDuration: 3600 })] }),
    change: { displayName: "AWS claims" },
  },
  {
    name: "claimsAssignment",
    type: "ServicePrincipalClaimsMappingPolicyAssignment",
    inputs: (made) => ({
      claimsMappingPolicyId: idOf(made, "claims"),
      servicePrincipalId: idOf(made, "principal"),
    }),
  },
  {
    name: "role",
    type: "ApplicationAppRole",
    inputs: (made) => ({
      applicationId: stateOf(made, "application", "applicationId"),
      allowedMemberTypes: ["User"],
      description: "Developer",
      displayName: "Developer,EntraID",
      roleId,
      value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
    }),
    change: { description: "Developers" },
  },
];

const groupPart: Declared[] = [
  {
    name: "group",
    type: "Group",
    inputs: () => ({ displayName: "AWS-Account1-Developers", securityEnabled: true }),
    change: { description: "Developers" },
  },
  {
    name: "existingMember",
    type: "GroupMember",
    inputs: (made) => ({ groupObjectId: stateOf(made, "group", "objectId"), memberObjectId: breakGlass.user }),
  },
  {
    name: "assignment",
    type: "AppRoleAssignment",
    inputs: (made) => ({
      appRoleId: roleId,
      principalObjectId: stateOf(made, "group", "objectId"),
      resourceObjectId: stateOf(made, "principal", "objectId"),
    }),
  },
];

const existingGroupPart: Declared[] = [
  {
    name: "assignment",
    type: "AppRoleAssignment",
    inputs: (made) => ({
      appRoleId: roleId,
      principalObjectId: breakGlass.group,
      resourceObjectId: stateOf(made, "principal", "objectId"),
    }),
  },
];

const existingGroupMemberPart: Declared[] = [
  {
    name: "memberOfExisting",
    type: "GroupMember",
    inputs: (made) => ({
      groupObjectId: breakGlass.group,
      memberObjectId: stateOf(made, "principal", "objectId"),
    }),
  },
];

const userPart: Declared[] = [
  {
    name: "user",
    type: "User",
    inputs: () => ({
      displayName: "Test Developer",
      userPrincipalName: "test-developer@contoso.onmicrosoft.com",
      password: "Made-Up-Passw0rd!",
    }),
    change: { displayName: "Tester" },
  },
];

const conditionalAccessPart: Declared[] = [
  {
    name: "location",
    type: "NamedLocation",
    inputs: () => ({ displayName: "Office", ip: { ipRanges: ["203.0.113.0/24"], trusted: false } }),
    change: { displayName: "Offices" },
  },
  {
    name: "policy",
    type: "ConditionalAccessPolicy",
    inputs: (made) => ({
      displayName: "AWS Console – MFA",
      state: "enabled",
      conditions: {
        applications: { includedApplications: [stateOf(made, "application", "clientId")] },
        users: { includedGroups: [stateOf(made, "group", "objectId")], excludedGroups: [breakGlass.group] },
        clientAppTypes: ["all"],
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    }),
    change: { state: "disabled" },
  },
];

const roleImportPart: Declared[] = [
  {
    name: "secret",
    type: "SynchronizationSecret",
    inputs: (made) => ({
      servicePrincipalId: idOf(made, "principal"),
      credentials: [
        { key: "ClientSecret", value: "AKIAIOSFODNN7EXAMPLE" },
        { key: "SecretToken", value: "made-up-secret-access-key" },
      ],
    }),
  },
  {
    name: "job",
    type: "SynchronizationJob",
    inputs: (made) => ({ servicePrincipalId: idOf(made, "principal"), templateId: "aws", enabled: true }),
  },
];
