import { describe, expect, it } from "vitest";
import { deployerGraphPermissions } from "#core/entra";
import type { DeniedAction } from "./account-reader";
import { deployerPolicies } from "./deployer-policies";
import { examineGraphPermissions } from "./examine-graph-permissions";
import { examineIamPermissions } from "./examine-iam-permissions";
import { accountWith, planOf, tenantWith } from "./testing.test-support";

const wanted = deployerGraphPermissions({ conditionalAccess: true, existingUsers: true });
const caller = tenantWith().caller;

function tenantGranting(permissions: readonly string[], kind: "application" | "user" = "application") {
  return tenantWith({ caller: { ...caller, kind, permissions } });
}

describe("permissions of Graph", () => {
  it("are all there where the token has them, or wider ones", async () => {
    for (const permissions of [wanted, wanted.map((one) => one.replace("User.Read.", "User.ReadWrite."))]) {
      expect(await examineGraphPermissions(planOf(), tenantGranting(permissions))).toMatchObject([
        { outcome: "ok", name: `${wanted.length} of ${wanted.length}` },
      ]);
    }
  });

  it("come with the assignment that grants each, by exact ids", async () => {
    const [, missing] = await examineGraphPermissions(planOf(), tenantGranting(wanted.slice(1)));
    expect(missing).toMatchObject({
      name: "AppRoleAssignment.ReadWrite.All",
      outcome: "missing",
      commands: [
        "az rest --method POST --url https://graph.microsoft.com/v1.0/servicePrincipals/6f0c3f1e-0000-4000-8000-000000000002/appRoleAssignments" +
          ` --body '{"principalId":"6f0c3f1e-0000-4000-8000-000000000002","resourceId":"6f0c3f1e-0000-4000-8000-000000000001","appRoleId":"06b708a9-e830-4db3-a914-8e69da51d44f"}'`,
      ],
    });
  });

  it("come with az's own commands where Graph's service principal cannot be read", async () => {
    const graphServicePrincipalId = () => Promise.resolve({ unknown: "Insufficient privileges" });
    const found = await examineGraphPermissions(planOf(), tenantWith({ graphServicePrincipalId }));
    expect(found.map(({ name }) => name)).toEqual(wanted);
    expect(found[0]?.commands).toEqual([
      "az ad app permission add --id client --api 00000003-0000-0000-c000-000000000000 --api-permissions 06b708a9-e830-4db3-a914-8e69da51d44f=Role && az ad app permission admin-consent --id client",
    ]);
  });

  it("of a person are scopes, which no command can add to a sign-in", async () => {
    const found = await examineGraphPermissions(planOf(), tenantGranting(wanted.slice(1), "user"));
    expect(found.at(-1)).toMatchObject({ outcome: "missing", given: "not among the scopes of this sign-in" });
    expect(found.at(-1)).not.toHaveProperty("commands");
  });

  it("of groups that are there already are those for reading them, and for their members", async () => {
    const existingGroupObjectId = "11111111-0000-4000-8000-000000000002";
    for (const [members, permission] of [
      [[], "GroupMember.Read.All"],
      [["dev@contoso.com"], "GroupMember.ReadWrite.All"],
    ] as const) {
      const plan = planOf({ roles: { Developer: { existingGroupObjectId, members } } });
      const names = (await examineGraphPermissions(plan, tenantWith())).map(({ name }) => name);
      expect(names.filter((name) => name.startsWith("Group"))).toEqual([permission]);
      const [having] = await examineGraphPermissions(plan, tenantGranting(["Directory.ReadWrite.All"]));
      expect(having).toMatchObject({ outcome: "ok", given: expect.stringContaining(permission) as string });
    }
  });

  it("are fewer where the stack has no Conditional Access and makes its users itself", async () => {
    const testUsers = { dev: { userPrincipalName: "Dev@contoso.com" } };
    const plan = planOf({ conditionalAccess: undefined, testUsers });
    const names = (await examineGraphPermissions(plan, tenantWith())).map(({ name }) => name);
    expect(names).toEqual(deployerGraphPermissions({ testUsers: true }));
  });
});

describe("permissions for a test user who is there already", () => {
  it("are those of a look-up, and not of making users", async () => {
    const existingObjectId = "0e0e0000-0000-4000-8000-000000000001";
    const testUsers = { dev: { userPrincipalName: "Dev@contoso.com", existingObjectId } };
    const plan = planOf({ conditionalAccess: undefined, testUsers });
    const names = (await examineGraphPermissions(plan, tenantWith())).map(({ name }) => name);
    expect(names).toEqual(deployerGraphPermissions({ existingUsers: true }));
  });
});

describe("permissions of IAM", () => {
  const policies = deployerPolicies(planOf());

  it("are asked statement by statement, once for each policy that is to be attached", async () => {
    const asked: string[] = [];
    const account = accountWith({
      denied: (principal, all) => {
        expect(principal).toBe("arn:aws:iam::111122223333:role/Deployer");
        for (const { actions, context } of all) {
          if (actions.includes("iam:AttachRolePolicy")) asked.push(...(context["iam:PolicyARN"] ?? []));
        }
        return Promise.resolve({ found: [] });
      },
    });
    expect(await examineIamPermissions(policies, account)).toMatchObject([{ outcome: "ok", given: "allowed" }]);
    expect(asked).toEqual(["arn:aws:iam::aws:policy/AmazonS3FullAccess", "arn:aws:iam::aws:policy/SecurityAudit"]);
  });

  it("keep their conditions in the command that grants what is missing", async () => {
    const account = accountWith({
      roleArn: () => Promise.resolve({ found: "arn:aws:iam::111122223333:role/ops/Deployer" }),
      denied: (_, all) => {
        const found = all.flatMap((one): DeniedAction[] =>
          one.actions.includes("iam:AttachRolePolicy")
            ? [
                {
                  action: "iam:AttachRolePolicy",
                  resource: one.resources[0] ?? "",
                  decision: "implicitDeny",
                  wanted: one,
                },
              ]
            : [],
        );
        return Promise.resolve({ found });
      },
    });
    const missing = (await examineIamPermissions(policies, account)).filter(({ outcome }) => outcome === "missing");
    expect(missing).toHaveLength(1);
    expect(missing[0]?.commands).toEqual([
      "aws iam put-role-policy --role-name Deployer --policy-name entra-aws-deployer-4353d43e --policy-document " +
        `'{"Version":"2012-10-17","Statement":[{"Sid":"AttachPolicies1","Effect":"Allow","Action":"iam:AttachRolePolicy","Resource":"arn:aws:iam::111122223333:role/Developer","Condition":{"ArnEquals":{"iam:PolicyARN":["arn:aws:iam::aws:policy/AmazonS3FullAccess","arn:aws:iam::aws:policy/SecurityAudit"]}}}]}'`,
    ]);
  });

  it("are not known where nobody may ask the simulator, which one more permission mends", async () => {
    const denied = () => Promise.resolve({ unknown: "iam:SimulatePrincipalPolicy: not authorized" });
    const arn = "arn:aws:iam::111122223333:user/ops/me";
    const caller = { arn, accountId: "111122223333", userId: "AIDA" };
    expect(await examineIamPermissions(policies, accountWith({ caller, denied }))).toMatchObject([
      {
        name: "iam:SimulatePrincipalPolicy",
        outcome: "unknown",
        commands: [
          "aws iam put-user-policy --user-name me --policy-name entra-aws-doctor-57d319ba --policy-document " +
            `'{"Version":"2012-10-17","Statement":[{"Sid":"AskSimulator","Effect":"Allow","Action":"iam:SimulatePrincipalPolicy","Resource":"${arn}"}]}'`,
        ],
      },
    ]);
  });

  const deniedAll = accountWith({
    denied: (_, all) =>
      Promise.resolve({
        found: all.flatMap((wanted) =>
          wanted.actions.flatMap((action) =>
            wanted.resources.map((resource) => ({ action, resource, decision: "implicitDeny", wanted })),
          ),
        ),
      }),
  });

  it("that are too many for an inline policy come as managed ones, each within its size", async () => {
    const managedPolicies = ["AmazonS3FullAccess"];
    const roles = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`Role${n}`, { managedPolicies }]));
    const [missing] = await examineIamPermissions(deployerPolicies(planOf({ roles })), deniedAll);
    const commands = missing?.commands ?? [];
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const [, name = "", document = "", attached] =
        /^aws iam create-policy --policy-name (\S+) --policy-document '([^']+)' && (.*)$/.exec(command) ?? [];
      expect(document.length).toBeLessThanOrEqual(6144);
      expect(attached).toBe(
        `aws iam attach-role-policy --role-name Deployer --policy-arn arn:aws:iam::111122223333:policy/${name}`,
      );
    }
    expect(new Set(commands).size).toBe(commands.length);
  });

  it("of a permission set's role are granted in the set, and by no command", async () => {
    const arn = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admins_0123456789abcdef/ada";
    const caller = { arn, accountId: "111122223333", userId: "AROA:ada" };
    const denied = () => Promise.resolve({ unknown: "denied" });
    for (const account of [{ ...deniedAll, caller }, accountWith({ caller, denied })]) {
      const [first] = await examineIamPermissions(policies, account);
      expect(first?.remedy).toContain("permission set of IAM Identity Center");
      expect(first).not.toHaveProperty("commands");
    }
  });

  it.each([
    ["arn:aws:iam::111122223333:root", "ok"],
    ["arn:aws:sts::111122223333:federated-user/me", "unknown"],
  ])("of %s are %s", async (arn, outcome) => {
    const caller = { arn, accountId: "111122223333", userId: "x" };
    expect(await examineIamPermissions(policies, accountWith({ caller }))).toMatchObject([{ name: "all", outcome }]);
  });
});
