import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedContoso, seedTenant } from "#emulators/entra";
import { parse } from "./stack-config";
import { type StackConfig, type Workbench, changesOf, openWorkbench, succeeded } from "./workbench";

/** The account stack's life on the real engine. Each test goes on from where the one before it ended. */
describe("the account stack", () => {
  let bench: Workbench;
  let config: StackConfig;
  const passwords = {
    "entra-aws:testUserPasswords": JSON.stringify({
      "Test-AWSAdmin": "Made-up-passw0rd",
      "Test-AWSDeveloper": "Made-up-passw0rd",
      "Test-AWSGuest": "Made-up-passw0rd",
    }),
  };
  const stateOf = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(bench.folder, "clouds", file), "utf8")) as Record<string, unknown>;
  /** Every list of the tenant but its deleted items, before anything was deployed. */
  const seed = Object.fromEntries(
    Object.entries(seedTenant(guardedContoso)).filter(
      ([name, items]) => Array.isArray(items) && name !== "domains" && name !== "deletedItems",
    ),
  );
  /** Every list of the account but its sessions. */
  const accountLists = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(stateOf("accounts/account-111122223333.json")).filter(
        ([name, items]) => Array.isArray(items) && name !== "sessions",
      ),
    );
  let freshAccount: Record<string, unknown>;
  const writes = (): number => bench.clouds.tenant.writes() + bench.clouds.accounts.writes();

  beforeAll(async () => {
    bench = await openWorkbench();
    freshAccount = accountLists();
    config = parse("Pulumi.account1.yaml");
    await bench.configure("account1", config, passwords);
  });

  afterAll(() => bench.close());

  const withRoles = (change: (roles: Record<string, object>) => Record<string, object>): StackConfig => {
    const account = config["entra-aws:account"] as { roles: Record<string, object> };
    return { ...config, "entra-aws:account": { ...account, roles: change(account.roles) } };
  };

  it("previews everything and creates nothing", async () => {
    const before = writes();
    const preview = succeeded(await bench.pulumi("account1", ["preview"]));
    expect(Object.keys(preview.changes)).toEqual(["create"]);
    expect(writes()).toBe(before);
  });

  it("comes up whole", async () => {
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(Object.keys(up.changes)).toEqual(["create"]);
    expect(up.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("keeps no password and no key in its state", async () => {
    const exported = succeeded(await bench.pulumi("account1", ["stack", "export"]));
    expect(exported.stdout).not.toContain("Made-up-passw0rd");
  });

  it("writes nothing to either cloud when nothing has changed", async () => {
    const before = writes();
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(Object.keys(up.changes)).toEqual(["same"]);
    expect(writes()).toBe(before);
  });

  it("finds nothing to change after a refresh", async () => {
    const refresh = succeeded(await bench.pulumi("account1", ["refresh", "--yes"]));
    expect(changesOf(refresh).filter((change) => !change.startsWith("refresh"))).toEqual([]);
    const preview = succeeded(await bench.pulumi("account1", ["preview", "--expect-no-changes"]));
    expect(changesOf(preview)).toEqual([]);
  });

  it("changes one role and nothing else", async () => {
    const longer = withRoles((roles) => ({ ...roles, Developer: { ...roles["Developer"], maxSessionDuration: 7200 } }));
    await bench.configure("account1", longer, passwords);
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(changesOf(up)).toEqual(["update aws:iam/role:Role"]);
  });

  it("adds a role beside the others", async () => {
    const more = withRoles((roles) => ({ ...roles, Auditor: { managedPolicies: ["SecurityAudit"] } }));
    await bench.configure("account1", more, passwords);
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(up.changes["create"]).toBeGreaterThan(0);
    expect(up.changes["delete"] ?? 0).toBe(0);
    expect(up.changes["replace"] ?? 0).toBe(0);
  });

  it("removes that role, disabled before it is removed, and leaves the others", async () => {
    await bench.configure("account1", config, passwords);
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(up.changes["create"] ?? 0).toBe(0);
    expect(up.changes["replace"] ?? 0).toBe(0);
    expect(up.changes["delete"]).toBeGreaterThan(0);
  });

  it("goes down to nothing but the tenant's deleted items", async () => {
    const destroy = succeeded(await bench.pulumi("account1", ["destroy", "--yes"]));
    expect(Object.keys(destroy.changes)).toEqual(["delete"]);
    const tenant = stateOf("tenant/tenant.json");
    const { deletedItems, ...others } = Object.fromEntries(
      Object.entries(tenant).filter(([name, items]) => Array.isArray(items) && name !== "domains"),
    );
    expect(others).toEqual(seed);
    expect(deletedItems).not.toEqual([]);
    expect(accountLists()).toEqual(freshAccount);
  });

  it("comes up again after that", async () => {
    const up = succeeded(await bench.pulumi("account1", ["up", "--yes"]));
    expect(Object.keys(up.changes)).toEqual(["create"]);
    succeeded(await bench.pulumi("account1", ["destroy", "--yes"]));
  });
});
