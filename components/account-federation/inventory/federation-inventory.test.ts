import { describe, expect, it } from "vitest";
import { clientId, explicitProviders, mockedClouds } from "../../../test/mocked-clouds";
import { type MockedEngine, type Registered, registrations, valueOf } from "../../../test/mocked-engine";
import { AccountFederation } from "../account-federation";
import { RoleMode } from "../role-mode";
import type { AccountFederationArgs } from "../account-federation-args";

const developer = "99990000-0000-4000-8000-000000000001";
const args: AccountFederationArgs = {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"] },
    Developer: {
      inlinePolicies: {
        Own: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}`,
      },
      members: { "alice@contoso.com": "0e0e0000-0000-4000-8000-000000000001" },
    },
  },
  protectFederation: true,
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
};

/** What each type of a resource is called on the page. */
const rows: Readonly<Record<string, string>> = {
  AccessKey: "Access key",
  AppRoleAssignment: "App-role assignment",
  ApplicationAppRole: "App role",
  ApplicationFromTemplate: "Application",
  ClaimsMappingPolicy: "Claims mapping policy",
  ConditionalAccessPolicy: "Conditional Access policy",
  Group: "Security group",
  GroupMember: "Group membership",
  Policy: "Managed policy",
  Role: "IAM role",
  SamlProvider: "SAML provider",
  ServicePrincipal: "Enterprise application (service principal)",
  ServicePrincipalTokenSigningCertificate: "Signing certificate",
  SynchronizationJob: "Provisioning job",
  SynchronizationSecret: "Provisioning credentials",
  User: "IAM user",
};

/** Types that are a trait of what has a row, and what is to be read there. */
const traits: Readonly<Record<string, RegExp>> = {
  ApplicationIdentifierUri: /\| Application \|.*signin\\\.aws\\\.amazon\\\.com\/saml\\#111122223333/,
  RolePolicy: /\| IAM role \| Developer \|.*Own \(inline\)/,
  RolePolicyAttachment: /\| IAM role \| Administrator \|.*AdministratorAccess/,
  ServicePrincipalClaimsMappingPolicyAssignment: /\| Claims mapping policy \|.*of this application/,
  UserPolicy: /\| IAM user \|.*inline policy/,
};

const imported: MockedEngine["answers"] = {
  "azuread:index/getApplication:getApplication": ({ objectId }) => ({
    id: `/applications/${String(objectId)}`,
    clientId,
    webs: [{ redirectUris: ["https://signin.aws.amazon.com/saml"] }],
  }),
  "azuread:index/getServicePrincipal:getServicePrincipal": () => ({
    appRoles: [
      {
        id: developer,
        value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
        enabled: true,
      },
    ],
  }),
};

/** What is registered in the clouds, and the page about it. */
async function documented(change: Partial<AccountFederationArgs>, answers: MockedEngine["answers"] = {}) {
  let page: unknown;
  const clouds = mockedClouds();
  const registered = await registrations(
    async () => {
      page = await valueOf(new AccountFederation("a1", { ...args, ...change }, explicitProviders()).inventory);
    },
    { ...clouds, answers: { ...clouds.answers, ...answers } },
  );
  return { page: String(page), made: registered.filter(({ type }) => /^(aws|azuread):/.test(type)) };
}

const typeOf = ({ type }: Registered): string => type.replace(/^.*:/, "");

describe("the inventory of a federation", () => {
  it.each([
    ["declared", {}, {}],
    ["imported", { roleMode: RoleMode.Imported, importedAppRoleIds: { Developer: developer } }, imported],
  ] as const)("leaves out nothing that is made where roles are %s", async (_mode, change, answers) => {
    const { page, made } = await documented(change, answers);
    const lines = page.split("\n").filter((line) => line.includes("| stack `"));
    for (const type of new Set(made.map(typeOf))) {
      if (Object.hasOwn(traits, type)) {
        expect(page, type).toMatch(traits[type] ?? /^$/);
        continue;
      }
      const written = lines.filter((line) => line.startsWith(`| ${rows[type] ?? type} |`));
      expect(written, type).toHaveLength(made.filter((each) => typeOf(each) === type).length);
    }
    expect(page).not.toContain("made-up-secret-access-key");
  });

  it("gives each of them a link, and an id but for credentials", async () => {
    const { page } = await documented(
      { roleMode: RoleMode.Imported, importedAppRoleIds: { Developer: developer } },
      imported,
    );
    const lines = page.split("\n").filter((line) => line.includes("| stack `"));
    expect(lines.filter((line) => !line.includes("[open](<https://"))).toEqual([]);
    expect(lines.filter((line) => line.split(" | ")[2] === "–")).toEqual([
      expect.stringMatching(/^\| Provisioning credentials \|/),
    ]);
  });
});
