import { describe, expect, it } from "vitest";
import { nameKinds, placeholdersOf } from "#core/naming";
import { InvalidArguments } from "#core/problems";
import { buildMetadata } from "#core/saml/metadata";
import { testCertificate } from "../../test/fixtures/test-certificate";
import { accountFederationProblems, planAccountFederation } from "./account-federation-plan";
import type { AccountFederationArgs } from "./account-federation-args";

const now = new Date("2026-11-24T00:00:00Z");
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const args: AccountFederationArgs = {
  tenantId,
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"] },
    Developer: { managedPolicies: ["AmazonS3FullAccess"], maxSessionDuration: 14_400 },
  },
};

function problemsOf(change: Partial<AccountFederationArgs>): string[] {
  const problems = accountFederationProblems({ ...args, ...change }, now);
  return problems.map(({ severity, code, property }) => `${severity} ${code} ${property}`);
}

const role = (settings: AccountFederationArgs["roles"][string]) => ({ roles: { Developer: settings } });
const document = buildMetadata({ tenantId, certificates: [testCertificate().certificate] });

describe("planAccountFederation", () => {
  it.each<[what: string, change: Partial<AccountFederationArgs>, problems: string[]]>([
    ["the example", {}, []],
    [
      "an account id that is not 12 digits",
      { account: { id: "1111-2222-3333", name: "Account1" } },
      ["error account-id-malformed account.id"],
    ],
    [
      "an account's name with a space",
      { account: { id: "111122223333", name: "My account" } },
      ["error account-name account.name"],
    ],
    [
      "no roles, hence Conditional Access for no groups",
      { roles: {}, conditionalAccess: { requireMfa: true } },
      ["error roles-empty roles", "error conditional-access-no-groups conditionalAccess"],
    ],
    ["a role name of 64 characters", { roles: { ["a".repeat(64)]: {} } }, []],
    [
      "a role name of 65 characters",
      { roles: { ["a".repeat(65)]: {} } },
      [`error role-name-too-long roles.${"a".repeat(65)}`],
    ],
    ["a role name with a slash", { roles: { "a/b": {} } }, ["error role-name-characters roles.a/b"]],
    [
      "two roles that differ only in case",
      { roles: { Developer: {}, developer: {} } },
      ["error role-names-collide roles", "error group-names-collide roles.developer.groupName"],
    ],
    [
      "two roles with one group",
      { roles: { A: {}, B: { groupName: "aws-account1-as" } } },
      ["error group-names-collide roles.B.groupName"],
    ],
    ["a session maximum of 3,600 seconds", role({ maxSessionDuration: 3600 }), []],
    [
      "a session maximum of 43,201 seconds",
      role({ maxSessionDuration: 43_201 }),
      ["error max-session-duration-out-of-range roles.Developer.maxSessionDuration"],
    ],
    ["a claim as long as the shortest maximum", { sessionDuration: 3600 }, []],
    [
      "a claim longer than a role's maximum",
      { sessionDuration: 3601 },
      ["error session-duration-over-role sessionDuration"],
    ],
    [
      "an app-role value over its limit",
      role({ path: `/${"p".repeat(200)}/` }),
      ["error app-role-value-too-long roles.Developer"],
    ],
    [
      "a policy of another account",
      role({ managedPolicies: ["arn:aws:iam::444455556666:policy/Theirs"] }),
      ["error arn-other-account roles.Developer.managedPolicies[0]"],
    ],
    [
      "a policy of another partition",
      role({ managedPolicies: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"] }),
      ["error arn-other-partition roles.Developer.managedPolicies[0]"],
    ],
    [
      "a managed policy that is not known",
      role({ managedPolicies: ["AmazonS3FullAcces"] }),
      ["warning managed-policy-unknown roles.Developer.managedPolicies[0]"],
    ],
    [
      "a member by resource path",
      role({ members: { alice: "/users/0e0e0000-0000-4000-8000-000000000001" } }),
      ["error object-id-malformed roles.Developer.members.alice"],
    ],
    [
      "a member whose user principal name AWS refuses",
      role({ members: { "eve#EXT#@contoso.com": "0e0e0000-0000-4000-8000-000000000001" } }),
      ["warning session-name-guest roles.Developer.members.eve#EXT#@contoso.com"],
    ],
    [
      "such a member, where mail names the session",
      {
        ...role({ members: { "eve#EXT#@contoso.com": "0e0e0000-0000-4000-8000-000000000001" } }),
        sessionNameSource: "mail",
      },
      [],
    ],
    [
      "a group's name that is too long",
      role({ groupName: "g".repeat(257) }),
      ["error display-name-too-long roles.Developer.groupName"],
    ],
    [
      "a boundary that leaves a role out of the protection",
      { ...role({ permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" }), protectFederation: true },
      ["warning role-not-protected roles.Developer.permissionsBoundary"],
    ],
    [
      "roles to protect, and no boundary to do it",
      { protectedRoles: [{ roleName: "Deploy er" }] },
      [
        "error role-name-characters protectedRoles[0].roleName",
        "error protected-roles-without-boundary protectedRoles",
      ],
    ],
    [
      "a provider named after a role",
      { naming: { samlProvider: "Entra-{role}" } },
      ["error pattern-unknown-placeholder naming.samlProvider"],
    ],
    [
      "more roles than the boundary can name",
      {
        roles: Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`Role-with-a-long-name-${index}`, {}])),
        protectFederation: true,
      },
      ["error boundary-too-long roles"],
    ],
    [
      "a naming pattern with a placeholder that does not exist",
      { naming: { application: "{firm} AWS {account}" } },
      ["error pattern-unknown-placeholder naming.application"],
    ],
    [
      "a provider's name with a space",
      { naming: { samlProvider: "Entra ID" } },
      ["error saml-provider-name-characters naming.samlProvider"],
    ],
    ["a metadata document", { metadata: { xml: document } }, []],
    [
      "a metadata document past its validUntil",
      { metadata: { xml: document.replace(" entityID=", ` validUntil="2026-11-23T00:00:00Z" entityID=`) } },
      ["error metadata-expired metadata.xml"],
    ],
    [
      "a break-glass group by path",
      { conditionalAccess: { requireMfa: true, excludedGroupIds: ["/groups/b4ea6100-0000-4000-8000-000000000001"] } },
      ["error object-id-malformed conditionalAccess.excludedGroupIds[0]"],
    ],
  ])("judges %s", (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it("tells every problem of federation and roles in one list that names component, instance and property", () => {
    const wrong = { ...args, tenantId: "contoso", roles: { "Power User": { maxSessionDuration: 60, path: "x" } } };
    const plan = () => planAccountFederation("account1", wrong, now);
    expect(plan).toThrow(InvalidArguments);
    expect(plan).toThrow(
      /AccountFederation "account1": 4 errors[\s\S]*tenantId[\s\S]*roles\.Power User {2}[\s\S]*roles\.Power User\.path[\s\S]*roles\.Power User\.maxSessionDuration/,
    );
  });

  it("protects the customer managed policies of the roles, too", () => {
    const own = "arn:aws:iam::111122223333:policy/Own";
    const roles = { A: { managedPolicies: [own, "AmazonS3FullAccess"] }, B: { managedPolicies: [own] } };
    const { boundary } = planAccountFederation("account1", { ...args, roles, protectFederation: true }, now);
    expect(boundary?.rolePolicyArns).toEqual([own]);
  });

  it("protects the boundary that a role has of its own, and further roles", () => {
    const own = "arn:aws:iam::111122223333:policy/Own";
    const roles = { A: {}, B: { permissionsBoundary: own } };
    const protectedRoles = [{ roleName: "Deployer", path: "/ci/" }];
    const change = { ...args, roles, protectFederation: true, protectedRoles };
    const { boundary } = planAccountFederation("account1", change, now);
    expect(boundary?.rolePolicyArns).toEqual([own]);
    expect(boundary?.roles).toEqual([{ roleName: "A" }, { roleName: "B" }, ...protectedRoles]);
  });

  it("leaves to itself the warnings that no part of it gives", () => {
    const change: Partial<AccountFederationArgs> = {
      roles: {
        A: { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess", managedPolicies: ["Unheard-of"] },
        B: { path: `/${"p".repeat(164)}/`, members: { "eve#EXT#@contoso.com": tenantId } },
      },
      protectFederation: true,
      naming: { group: "cloud-{role}" },
    };
    const { warnings } = planAccountFederation("account1", { ...args, ...change }, now);
    expect(warnings.map(({ code }) => code)).toEqual([
      "pattern-without-account",
      "app-role-value-not-importable",
      "session-name-guest",
      "role-not-protected",
    ]);
  });

  it("fills every placeholder that a pattern may have", () => {
    const naming = Object.fromEntries(
      nameKinds.map((kind) => [kind, placeholdersOf[kind].map((name) => `{${name}}`).join("-")]),
    );
    const change = { company: "C", roles: { A: {} }, protectFederation: true, naming };
    expect(problemsOf(change)).toEqual([]);
  });

  it("names things by the patterns that replace the convention's", () => {
    const naming = { group: "aws_{account}_{role}", role: "Entra{role}", samlProvider: "Entra" };
    const { roles } = planAccountFederation("account1", { ...args, naming }, now);
    expect(
      roles.map(({ role: { roleName, samlProviderArn }, group }) => [roleName, samlProviderArn, group.displayName]),
    ).toEqual([
      ["EntraAdministrator", "arn:aws:iam::111122223333:saml-provider/Entra", "aws_Account1_Administrator"],
      ["EntraDeveloper", "arn:aws:iam::111122223333:saml-provider/Entra", "aws_Account1_Developer"],
    ]);
  });
});
