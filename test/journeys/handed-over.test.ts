import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tenant } from "#emulators/entra";
import { runPulumi } from "#engine";
import { type StackConfig, type Workbench, changesOf, openWorkbench, succeeded } from "./workbench";

const accountId = "111122223333";
const tester = "Test-AWSDeveloper@contoso.onmicrosoft.com";

/**
 * What a stack has made is named as if it had always been there: the engine would delete it. Each test goes on from where
 * the one before it ended.
 */
describe("a thing of the stack's own that is to be taken as one that is there", () => {
  let bench: Workbench;
  let moves: { source: string; urn: string }[];

  const stateOf = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(bench.folder, "clouds", file), "utf8")) as Record<string, unknown>;
  const tenant = (): Tenant => stateOf("tenant/tenant.json") as unknown as Tenant;
  const account = () =>
    stateOf(`accounts/account-${accountId}.json`) as {
      roles: { name: string; attachedPolicies: string[] }[];
      samlProviders: { name: string }[];
    };
  const config = (role: object, user: object, more: object = {}): StackConfig => ({
    "aws:region": "us-east-1",
    "aws:assumeRoles": [{ roleArn: `arn:aws:iam::${accountId}:role/Deployer` }],
    "azuread:tenantId": tenant().id,
    "entra-aws:account": {
      company: "Contoso",
      account: { id: accountId, name: "Account1" },
      roles: { Developer: { members: [tester], ...role } },
      testUsers: { developer: { userPrincipalName: tester, ...user } },
      ...more,
    },
  });
  const password = { "entra-aws:testUserPasswords": '{"developer":"Made-up-passw0rd"}' };
  const made = (): StackConfig => config({ managedPolicies: ["AmazonS3FullAccess"] }, {});
  const existing = (): StackConfig => {
    const { applications, groups, users } = tenant();
    return config(
      {
        existingRoleArn: `arn:aws:iam::${accountId}:role/Developer`,
        existingGroupObjectId: groups.find(({ displayName }) => displayName === "AWS-Account1-Developers")?.id,
      },
      { existingObjectId: users.find(({ userPrincipalName }) => userPrincipalName === tester)?.id },
      {
        existingApplicationObjectId: applications[0]?.id,
        existingSamlProviderArn: `arn:aws:iam::${accountId}:saml-provider/EntraID`,
      },
    );
  };
  const run = async (args: readonly string[]) =>
    succeeded(await runPulumi({ engine: bench.engine, env: bench.env, cwd: join(bench.folder, "config"), args }));

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure("own", made(), password);
    succeeded(await bench.pulumi("own", ["up", "--yes", "--skip-preview"]));
  });

  afterAll(() => bench.close());

  it("is refused, all of it at once and before anything is deleted", async () => {
    await bench.configure("own", existing());
    const writes = bench.clouds.tenant.writes() + bench.clouds.accounts.writes();
    for (const command of ["preview", "up"]) {
      const flags = command === "up" ? ["--yes", "--skip-preview"] : [];
      const outcome = await bench.pulumi("own", [command, ...flags]);
      expect(outcome.succeeded).toBe(false);
      const said = outcome.diagnostics.map(({ message }) => message).join("\n");
      const refused = [...said.matchAll(/(\S+) {2}\(existing-thing-of-this-stack\)/g)].map(([, property]) => property);
      expect([...new Set(refused)].sort()).toEqual([
        "existingApplicationObjectId",
        // The part says it again, under its own name.
        "existingGroupObjectId",
        "existingObjectId",
        "existingSamlProviderArn",
        "roles.Developer.existingGroupObjectId",
        "roles.Developer.existingRoleArn",
      ]);
      expect(said).toContain("pulumi stack init handed-over --no-select");
      moves = [...said.matchAll(/pulumi state move --source (\S+) --dest handed-over '([^']+)'/g)].map(
        ([, source = "", urn = ""]) => ({ source, urn }),
      );
      expect(said).not.toContain("Made-up-passw0rd");
    }
    expect(bench.clouds.tenant.writes() + bench.clouds.accounts.writes()).toBe(writes);
  });

  it("is handed over by the commands that the refusal names", async () => {
    await run(["stack", "init", "handed-over", "--no-select"]);
    for (const urn of new Set(moves.map((move) => move.urn))) {
      const source = moves.find((move) => move.urn === urn)?.source ?? "";
      await run(["state", "move", "--yes", "--source", source, "--dest", "handed-over", urn]);
    }
    const writes = bench.clouds.tenant.writes() + bench.clouds.accounts.writes();
    const up = succeeded(await bench.pulumi("own", ["up", "--yes", "--skip-preview"]));
    expect(changesOf(up)).toEqual([]);
    expect(bench.clouds.tenant.writes() + bench.clouds.accounts.writes()).toBe(writes);
  });

  it("outlives the stack", async () => {
    succeeded(await bench.pulumi("own", ["destroy", "--yes"]));
    const { applications, groups, users, appRoleAssignments } = tenant();
    expect(applications).toHaveLength(1);
    expect(users.map(({ userPrincipalName }) => userPrincipalName)).toContain(tester);
    expect(groups.find(({ displayName }) => displayName === "AWS-Account1-Developers")?.members).toEqual([]);
    expect(appRoleAssignments).toEqual([]);
    expect(account().samlProviders.map(({ name }) => name)).toEqual(["EntraID"]);
    expect(account().roles.find(({ name }) => name === "Developer")?.attachedPolicies).toEqual([
      "arn:aws:iam::aws:policy/AmazonS3FullAccess",
    ]);
  });
});
