import { afterEach, describe, expect, it } from "vitest";

import {
  deployerPolicies,
  type DeployerScope,
  federationBoundary,
  type PolicyDocument,
  provisioningUserPolicy,
  serializePolicy,
  type Statement,
} from "#core/aws/policy";

import { attachRolePolicy } from "../state/role-policies";
import { createRole, updateRole } from "../state/roles";
import { createSamlProvider } from "../state/saml-providers";
import { createUser } from "../state/users";
import { firstKey, inventionAt, issuedAt, metadataOf, secondKey } from "../testing/federation";
import { accountId, type Deployment, deployWith } from "./deployment.test-support";

// Judge: the calls that terraform-provider-aws makes, as the emulated accounts ask for them (2026-11-24).

const iam = (resource: string): string => `arn:aws:iam::${accountId}:${resource}`;
const adminPolicy = "arn:aws:iam::aws:policy/AdministratorAccess";
const s3Policy = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
const boundaryArn = iam("policy/EntraFederationBoundary");

/** What the example's account stack makes, a provisioning user, and things that are there already. */
const scope: DeployerScope = {
  accountId,
  roles: [
    { name: "Administrator", managedPolicyArns: [adminPolicy], permissionsBoundaryArn: boundaryArn },
    { name: "Developer", path: "/team/", managedPolicyArns: [s3Policy], inlinePolicies: true },
  ],
  existingRoles: [{ name: "Auditor" }],
  samlProvider: { name: "EntraID" },
  existingSamlProvider: { name: "Older" },
  boundary: { name: "EntraFederationBoundary" },
  provisioningUser: { name: "Svc-EntraProvisioning-Account1" },
  existingProvisioningUser: { name: "Svc-Existing" },
  tagged: true,
};

const trust = (audience: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: iam("saml-provider/EntraID") },
        Action: "sts:AssumeRoleWithSAML",
        Condition: { StringEquals: { "SAML:aud": audience } },
      },
    ],
  });
const allowing = (action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const roleInputs = {
  assumeRolePolicy: trust("https://signin.aws.amazon.com/saml"),
  description: "A federated role",
  forceDetachPolicies: false,
  maxSessionDuration: 3600,
  tags: { Team: "identity", Old: "1" },
};
const tags = { Team: "identity", Old: "1" };
const newTags = { Team: "platform" };
const boundaryDocument = serializePolicy(
  federationBoundary({
    boundaryArn,
    samlProviderArn: iam("saml-provider/EntraID"),
    federatedRoleArns: [iam("role/Administrator"), iam("role/team/Developer")],
  }),
);

const user = "Svc-EntraProvisioning-Account1";
const existingUser = "Svc-Existing";
const everything = [
  "provider",
  "boundary",
  "administrator",
  "developer",
  "administers",
  "develops",
  "inline",
  "user",
  "listing",
  "key",
  "existing listing",
  "existing key",
] as const;

async function createAll(deployment: Deployment): Promise<void> {
  const { create } = deployment;
  await create("aws:iam/samlProvider:SamlProvider", "provider", {
    name: "EntraID",
    samlMetadataDocument: metadataOf(firstKey),
    tags,
  });
  await create("aws:iam/policy:Policy", "boundary", {
    name: "EntraFederationBoundary",
    path: "/",
    policy: boundaryDocument,
    tags,
  });
  await create("aws:iam/role:Role", "administrator", {
    ...roleInputs,
    name: "Administrator",
    path: "/",
    permissionsBoundary: boundaryArn,
  });
  await create("aws:iam/role:Role", "developer", { ...roleInputs, name: "Developer", path: "/team/" });
  const attach = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  await create(attach, "administers", { role: "Administrator", policyArn: adminPolicy });
  await create(attach, "develops", { role: "Developer", policyArn: s3Policy });
  const inline = { role: "Developer", name: "Buckets", policy: allowing("s3:*") };
  await create("aws:iam/rolePolicy:RolePolicy", "inline", inline);
  await create("aws:iam/user:User", "user", { name: user, path: "/", forceDestroy: false, tags });
  const listing = { user, name: "ListRoles", policy: serializePolicy(provisioningUserPolicy()) };
  await create("aws:iam/userPolicy:UserPolicy", "listing", listing);
  await create("aws:iam/accessKey:AccessKey", "key", { user, status: "Active" });
  deployment.account.change((draft, invention) => createUser(draft, { name: existingUser }, invention));
  await create("aws:iam/userPolicy:UserPolicy", "existing listing", { ...listing, user: existingUser });
  await create("aws:iam/accessKey:AccessKey", "existing key", { user: existingUser, status: "Active" });
}

async function refreshAll({ refresh, lookUp }: Deployment): Promise<void> {
  for (const name of everything) await refresh(name);
  await lookUp("aws:iam/getRole:getRole", { name: "Auditor" });
  await lookUp("aws:iam/getUser:getUser", { userName: existingUser });
  await lookUp("aws:iam/getSamlProvider:getSamlProvider", { arn: iam("saml-provider/Older") });
}

async function updateAll({ update, refresh, account }: Deployment): Promise<void> {
  await update("provider", { samlMetadataDocument: metadataOf(secondKey), tags: newTags });
  await update("boundary", { policy: allowing("*"), tags: newTags });
  await update("developer", {
    assumeRolePolicy: trust("https://eu-west-1.signin.aws.amazon.com/saml"),
    description: "Another",
    maxSessionDuration: 7200,
    tags: newTags,
  });
  await update("inline", { policy: allowing("s3:List*") });
  await update("user", { tags: newTags });
  await update("listing", { policy: allowing("iam:ListRoles") });
  // Somebody takes the boundary off, and the next run puts it on again.
  account.change((draft) => updateRole(draft, { name: "Administrator", trustPolicy: roleInputs.assumeRolePolicy }));
  await refresh("administrator");
  await update("administrator", { permissionsBoundary: boundaryArn, tags: newTags });
}

async function removeAll({ remove, refresh }: Deployment): Promise<void> {
  await refresh("administrator");
  for (const name of [...everything].reverse()) await remove(name);
}

/** The whole life of all that the scope names. */
async function live(deployment: Deployment): Promise<void> {
  deployment.account.change((draft) => {
    const invention = inventionAt(issuedAt);
    createRole(draft, { name: "Auditor", trustPolicy: roleInputs.assumeRolePolicy }, invention);
    createSamlProvider(draft, { name: "Older", metadata: metadataOf(firstKey) }, invention);
  });
  await createAll(deployment);
  await refreshAll(deployment);
  await updateAll(deployment);
  await removeAll(deployment);
}

const open: Deployment[] = [];

afterEach(async () => {
  for (const deployment of open.splice(0)) await deployment.close();
});

async function opened(policies: readonly PolicyDocument[], configuration = {}): Promise<Deployment> {
  const deployment = await deployWith(policies, configuration);
  open.push(deployment);
  return deployment;
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "nothing was refused",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const policies = deployerPolicies(scope);
const statements = policies.flatMap(({ Statement }) => Statement);

/** The policies with one statement changed. */
function changed(sid: string, change: (statement: Statement) => Statement): PolicyDocument[] {
  return policies.map((document) => ({
    ...document,
    Statement: document.Statement.map((statement) => (statement.Sid === sid ? change(statement) : statement)).filter(
      ({ Action, Resource }) => Action?.length !== 0 && Resource?.length !== 0,
    ),
  }));
}

describe("the deployer's policy is enough", () => {
  it("to make, read, change and remove all that the account stack and the provisioning user make", async () => {
    const deployment = await opened(policies);
    await live(deployment);
    const { roles, samlProviders, users } = deployment.account.read();
    expect(roles.map(({ name }) => name)).toEqual(["Deployer", "Auditor"]);
    expect(samlProviders.map(({ name }) => name)).toEqual(["Older"]);
    expect(users).toMatchObject([{ name: existingUser, accessKeys: [], inlinePolicies: [] }]);
  });

  it("to read by its reads alone", async () => {
    const deployment = await opened(policies);
    await createAll(deployment);
    const reading = policies.map((document) => ({
      ...document,
      Statement: document.Statement.filter(({ Sid = "" }) => Sid.startsWith("Read")),
    }));
    deployment.limit(reading.filter(({ Statement }) => Statement.length > 0));
    for (const name of everything) await deployment.refresh(name);
    expect(await refusalOf(deployment.remove("key"))).toContain("iam:DeleteAccessKey");
  });
});

describe("the deployer's policy is no more than enough", () => {
  const actions = statements.flatMap(({ Sid = "", Action = [] }) => Action.map((action) => [Sid, action] as const));

  it.each(actions)("%s needs %s", async (sid, action) => {
    const without = changed(sid, ({ Action = [], ...rest }) => ({
      ...rest,
      Action: Action.filter((other) => other !== action),
    }));
    expect(await refusalOf(live(await opened(without)))).toContain(
      `is not authorized to perform: ${action} on resource`,
    );
  });

  it("in what it names: each ARN is asked for by an action of its statement", async () => {
    const deployment = await opened(policies);
    await live(deployment);
    const asked = deployment.demands();
    const idle = statements.flatMap(({ Sid, Action = [], Resource = [] }) =>
      Resource.filter((arn) => !asked.some(({ action, resource }) => Action.includes(action) && resource === arn)).map(
        (arn) => `${Sid}: ${arn}`,
      ),
    );
    expect(idle).toEqual([]);
  });
});

describe("the deployer's policy lets nobody", () => {
  const denied = (action: string): string => `is not authorized to perform: ${action} on resource`;
  const role = "aws:iam/role:Role";

  it.each([
    ["make another role", role, { ...roleInputs, name: "Other", path: "/" }, "iam:CreateRole"],
    ["make a role at another path", role, { ...roleInputs, name: "Developer", path: "/" }, "iam:CreateRole"],
    [
      "make a protected role without its boundary",
      role,
      { ...roleInputs, name: "Administrator", path: "/" },
      "iam:CreateRole",
    ],
    [
      "make a protected role with another boundary",
      role,
      { ...roleInputs, name: "Administrator", path: "/", permissionsBoundary: adminPolicy },
      "iam:CreateRole",
    ],
    ["make another user", "aws:iam/user:User", { name: "Other", path: "/" }, "iam:CreateUser"],
    [
      "make keys of another user",
      "aws:iam/accessKey:AccessKey",
      { user: "Other", status: "Active" },
      "iam:CreateAccessKey",
    ],
    [
      "make a user that is there already",
      "aws:iam/user:User",
      { name: existingUser, path: "/", tags },
      "iam:CreateUser",
    ],
    [
      "make another provider",
      "aws:iam/samlProvider:SamlProvider",
      { name: "Other", samlMetadataDocument: metadataOf(firstKey) },
      "iam:CreateSAMLProvider",
    ],
    [
      "make another policy",
      "aws:iam/policy:Policy",
      { name: "Other", path: "/", policy: allowing("*") },
      "iam:CreatePolicy",
    ],
    [
      "give a role a policy that is not its own",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { role: "Developer", policyArn: adminPolicy },
      "iam:AttachRolePolicy",
    ],
    [
      "give a role that it only looks up a policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { role: "Auditor", policyArn: s3Policy },
      "iam:AttachRolePolicy",
    ],
    [
      "give its own role a policy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { role: "Deployer", policyArn: adminPolicy },
      "iam:AttachRolePolicy",
    ],
    [
      "give a role an inline policy that is to have none",
      "aws:iam/rolePolicy:RolePolicy",
      { role: "Administrator", name: "All", policy: allowing("*") },
      "iam:PutRolePolicy",
    ],
  ])("%s", async (_, type, inputs, action) => {
    const deployment = await opened(policies);
    await createAll(deployment);
    expect(await refusalOf(deployment.create(type, "other", inputs))).toContain(denied(action));
  });

  it("take a boundary off", async () => {
    const deployment = await opened(policies);
    await createAll(deployment);
    expect(await refusalOf(deployment.update("administrator", { permissionsBoundary: "" }))).toContain(
      denied("iam:DeleteRolePermissionsBoundary"),
    );
  });

  it("put another boundary on a protected role, or take a policy off that is not the stack's", async () => {
    const deployment = await opened(policies);
    await createAll(deployment);
    expect(await refusalOf(deployment.update("administrator", { permissionsBoundary: adminPolicy }))).toContain(
      denied("iam:PutRolePermissionsBoundary"),
    );
    deployment.account.change((draft) => {
      attachRolePolicy(draft, { role: "Developer", policyArn: adminPolicy });
    });
    const held = { role: "Developer", policyArn: adminPolicy };
    await deployment.adopt(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "held",
      `Developer/${adminPolicy}`,
      held,
    );
    expect(await refusalOf(deployment.remove("held"))).toContain(denied("iam:DetachRolePolicy"));
  });

  it("change the provider that it only looks up", async () => {
    const deployment = await opened(policies);
    deployment.account.change((draft) => {
      createSamlProvider(draft, { name: "Older", metadata: metadataOf(firstKey) }, inventionAt(issuedAt));
    });
    const older = { name: "Older", samlMetadataDocument: metadataOf(firstKey) };
    await deployment.adopt("aws:iam/samlProvider:SamlProvider", "older", iam("saml-provider/Older"), older);
    expect(await refusalOf(deployment.update("older", { samlMetadataDocument: metadataOf(secondKey) }))).toContain(
      denied("iam:UpdateSAMLProvider"),
    );
    expect(await refusalOf(deployment.remove("older"))).toContain(denied("iam:DeleteSAMLProvider"));
  });

  it("set tags where the stack has none", async () => {
    const deployment = await opened(deployerPolicies({ ...scope, tagged: false }), {
      defaultTags: JSON.stringify({ tags: { Team: "identity" } }),
    });
    expect(await refusalOf(createAll(deployment))).toContain(denied("iam:TagSAMLProvider"));
  });
});
