import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cloudsWithAppRoles, explicitProviders, importedAppRole, mockedClouds } from "../../test/mocked-clouds";
import { isSecret, type MockedEngine, type Registered, registrations, valueOf } from "../../test/mocked-engine";
import { AccountFederation } from "./account-federation";
import { accountFederationProblems } from "./account-federation-plan";
import { RoleMode } from "./role-mode";
import { existingRoleImportProblems } from "./role-mode-checks";
import type { AccountFederationArgs } from "./account-federation-args";

const developer = "99990000-0000-4000-8000-000000000001";
const administrator = "99990000-0000-4000-8000-000000000002";
const args: AccountFederationArgs = {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"] },
    Developer: { managedPolicies: ["AmazonS3FullAccess"] },
  },
  roleMode: RoleMode.Imported,
  protectFederation: true,
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
};

const all = { Administrator: administrator, Developer: developer };

/** The clouds once the provisioning service has written these app roles: role → id. */
function cloudsWith(written: Record<string, string>, preview = false): MockedEngine {
  return cloudsWithAppRoles(
    Object.entries(written).map(([role, id]) => importedAppRole(role, id)),
    { preview },
  );
}

/** What is registered, with ids that the program was given by a lookup of the same app roles. */
function run(ids: Record<string, string> = {}, preview = false): Promise<Registered[]> {
  const program = () => new AccountFederation("a1", { ...args, importedAppRoleIds: ids }, explicitProviders());
  return registrations(program, Object.keys(ids).length === 0 ? mockedClouds({ preview }) : cloudsWith(ids, preview));
}

const named = (registered: readonly Registered[], name: string) => registered.find((each) => each.name === name);

const typesOf = (registered: readonly Registered[]): string[] => registered.map(({ type }) => type.replace(/^.*:/, ""));

/** Every resource of a cloud that has to be there before, through others as well. */
function requiredBy(registered: readonly Registered[], name: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string): void => {
    for (const next of named(registered, at)?.dependencies ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(name);
  return found;
}

describe("AccountFederation with imported roles", () => {
  let said: string[];

  beforeEach(() => {
    said = [];
    vi.spyOn(pulumi.log, "warn").mockImplementation((message) => {
      said.push(message);
      return Promise.resolve();
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("makes everything but app roles and assignments before the first cycle, and says what it waits for", async () => {
    const registered = await run();
    const types = typesOf(registered);
    for (const type of [
      "EnterpriseApplication",
      "SamlProvider",
      "Role",
      "Group",
      "ConsoleMfaPolicy",
      "ProvisioningUser",
    ]) {
      expect(types).toContain(type);
    }
    expect(types).not.toContain("ApplicationAppRole");
    expect(types).not.toContain("AppRoleAssignment");
    expect(said).toEqual([
      `AccountFederation "a1" waits for Entra's provisioning service to import 2 of 2 roles: "Administrator", "Developer".\n` +
        `Nobody can take them before. Next: wait for a cycle, which comes every 40 minutes ("npx entra-aws roles" starts one for the account stack, and waits for it), then "pulumi up" again.`,
    ]);
  });

  it("starts the job with the user's own key, after every role and its policies", async () => {
    const registered = await run();
    expect(named(registered, "a1-role-provisioning-job")?.provider).toBe("the-tenant");
    const needed = requiredBy(registered, "a1-role-provisioning-job");
    for (const name of [
      "a1-role-provisioning-secret",
      "a1-provisioning-user-key",
      "a1-Administrator-role-role",
      "a1-Developer-role-AmazonS3FullAccess",
    ]) {
      expect(needed).toContain(name);
    }
    expect(named(registered, "a1-role-provisioning-secret")?.inputs["credentials"]).toEqual([
      { key: "ClientSecret", value: "a1-provisioning-user-key-id" },
      { key: "SecretToken", value: { secret: "made-up-secret-access-key" } },
    ]);
  });

  it("assigns the groups of the roles that are imported, and waits for the others", async () => {
    const before = await run();
    said = [];
    const registered = await run({ Developer: developer });
    const added = registered.filter(({ name }) => named(before, name) === undefined);
    expect(added.map(({ name, inputs }) => [name, inputs["appRoleId"], inputs["principalObjectId"]])).toEqual([
      ["a1-Developer-assignment", developer, undefined],
      ["a1-Developer-assignment-assignment", developer, "a1-Developer-group-group-object-id"],
    ]);
    expect(said).toEqual([expect.stringContaining(`to import 1 of 2 roles: "Administrator".`)]);
  });

  it("changes nothing else when the last role is there, and waits no more", async () => {
    const before = await run();
    said = [];
    const after = await run(all);
    const kept = before.map(({ name }) => named(after, name));
    // The component itself shows the ids that it was given.
    expect(kept.filter((each) => each?.name !== "a1")).toEqual(before.filter(({ name }) => name !== "a1"));
    expect(said).toEqual([]);
  });

  it("previews the app role of each assignment", async () => {
    const registered = await run(all, true);
    expect(named(registered, "a1-Administrator-assignment-assignment")?.inputs["appRoleId"]).toBe(administrator);
  });

  it("documents user, job and what is waited for, and keeps the key to itself", async () => {
    const found: [unknown, boolean][] = [];
    await registrations(
      async () => {
        const { inventory } = new AccountFederation("a1", { ...args, importedAppRoleIds: { Developer: developer } });
        found.push([await valueOf(inventory), await isSecret(inventory)]);
      },
      cloudsWith({ Developer: developer }),
    );
    const [[page, secret] = []] = found;
    expect(secret).toBe(false);
    expect(page).toMatch(/\| IAM user \| Svc-EntraProvisioning-Account1 \|/);
    expect(page).toMatch(/\| Provisioning job \| aws \| `a1-role-provisioning-job-id` \|/);
    expect(page).toMatch(/\| Access key \| Svc-EntraProvisioning-Account1 \| `a1-provisioning-user-key-id` \|/);
    expect(page).toMatch(/\| App role \| Administrator \| – \| Entra's provisioning service \| Not written/);
    expect(page).toMatch(new RegExp(`\\| App role \\| Developer,EntraID \\| \`${developer}\` \\| Entra's prov`));
    expect(page).not.toContain("made-up-secret-access-key");
  });
});

describe("existingRoleImportProblems", () => {
  const arn = "arn:aws:iam::111122223333:role/Theirs";
  const trustPolicy = (...actions: string[]) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" },
          Action: actions,
          Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        },
      ],
    });
  const problemsOf = (roleMode: RoleMode, ...actions: string[]) =>
    existingRoleImportProblems({ roleMode }, { arn, trustPolicy: trustPolicy(...actions) }, "existingRoleArn");

  it("takes a role that the import takes", () => {
    expect(problemsOf(RoleMode.Imported, "sts:AssumeRoleWithSAML")).toEqual([]);
  });

  it("refuses one that it leaves out, with the reason and what to do", () => {
    expect(problemsOf(RoleMode.Imported, "sts:AssumeRoleWithSAML", "sts:TagSession")).toMatchObject([
      {
        severity: "error",
        code: "existing-role-not-importable",
        property: "existingRoleArn",
        given: expect.stringContaining("allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession") as string,
        remedy: expect.stringContaining("allow sts:AssumeRoleWithSAML alone") as string,
      },
    ]);
  });

  it("has nothing against such a role where roles are declared", () => {
    expect(problemsOf(RoleMode.Declared, "sts:AssumeRoleWithSAML", "sts:TagSession")).toEqual([]);
  });
});

describe("planAccountFederation with imported roles", () => {
  const problemsOf = (change: Partial<AccountFederationArgs>): string[] =>
    accountFederationProblems({ ...args, conditionalAccess: undefined, ...change }, new Date()).map(
      ({ severity, code, property }) => `${severity} ${code} ${property}`,
    );
  /** A path with which both ARNs have this many characters together. */
  const together = (length: number) => {
    const arns = "arn:aws:iam::111122223333:role/Developer" + "arn:aws:iam::111122223333:saml-provider/EntraID";
    return { roles: { Developer: { path: `/${"p".repeat(length - arns.length - 1)}/` } } };
  };

  it.each<[what: string, change: Partial<AccountFederationArgs>, problems: string[]]>([
    ["the example", {}, []],
    ["ids of its roles", { importedAppRoleIds: all }, []],
    ["a mode that does not exist", { roleMode: "both" as RoleMode }, ["error role-mode-unknown roleMode"]],
    [
      "the partition that nothing imports from",
      { account: { ...args.account, partition: "aws-cn" } },
      ["error role-import-not-in-partition roleMode"],
    ],
    ["the partition of the US government", { account: { ...args.account, partition: "aws-us-gov" } }, []],
    ["ARNs of 239 characters together", together(239), []],
    ["ARNs of 240 characters together", together(240), ["error app-role-value-not-importable roles.Developer"]],
    [
      "the same where roles are declared",
      { ...together(240), roleMode: RoleMode.Declared },
      ["warning app-role-value-not-importable roles.Developer"],
    ],
    [
      "imported app roles where roles are declared",
      { roleMode: undefined, importedAppRoleIds: all },
      ["error imported-app-roles-without-import importedAppRoleIds"],
    ],
    [
      "an app role of a role that is not there, and one by its value",
      { importedAppRoleIds: { Develper: developer, Administrator: "Administrator,EntraID" } },
      [
        "error imported-app-role-unknown importedAppRoleIds.Develper",
        "error object-id-malformed importedAppRoleIds.Administrator",
      ],
    ],
    [
      "a provisioning user whose name IAM refuses",
      { naming: { provisioningUser: "svc {account}" }, protectFederation: false },
      ["error user-name-characters naming.provisioningUser"],
    ],
  ])("judges %s", (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });
});
