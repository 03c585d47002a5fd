import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "./stack-config";
import { type Workbench, changesOf, openWorkbench, type StackConfig, succeeded } from "./workbench";

const stack = "account2";
const declared = parse("Pulumi.account2.yaml");

/** The committed account2 in this mode, without members, who are account1's test users. */
function inMode(roleMode: "declared" | "imported"): StackConfig {
  const account = declared["entra-aws:account"] as { roles: Record<string, object> };
  const roles = Object.entries(account.roles).map(([key, role]) => [key, { ...role, members: undefined }] as const);
  return { ...declared, "entra-aws:account": { ...account, roles: Object.fromEntries(roles), roleMode } };
}

const said = (outcome: { diagnostics: readonly { severity: string; message: string }[] }, severity: string): string =>
  outcome.diagnostics.flatMap((each) => (each.severity === severity ? [each.message] : [])).join("\n");

describe("an account whose roles are imported", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure(stack, inMode("imported"));
  });

  afterAll(() => bench.close());

  const up = () => bench.pulumi(stack, ["up", "--yes", "--skip-preview"]);

  it("has everything but app roles and assignments after the first deployment, which says what it waits for", async () => {
    const preview = succeeded(await bench.pulumi(stack, ["preview"]));
    const first = succeeded(await up());
    const made = changesOf(first);
    // A preview tells of the stack itself twice.
    expect(new Set(made)).toEqual(new Set(changesOf(preview)));
    expect(made).toContain("create azuread:index/synchronizationJob:SynchronizationJob");
    expect(made.filter((change) => /AppRole/.test(change))).toEqual([]);
    expect(said(first, "warning")).toMatch(/waits for .* to import 2 of 2 roles: "Administrator", "Developer"/);
  });

  it("changes nothing before the first cycle, and still waits", async () => {
    const again = succeeded(await up());
    expect(Object.keys(again.changes)).toEqual(["same"]);
    expect(said(again, "warning")).toMatch(/import 2 of 2 roles/);
  });

  it("assigns the groups once the provisioning service has written the app roles, and waits no more", async () => {
    await bench.clouds.tick();
    const second = succeeded(await up());
    expect(changesOf(second)).toEqual([
      "create azuread:index/appRoleAssignment:AppRoleAssignment",
      "create azuread:index/appRoleAssignment:AppRoleAssignment",
    ]);
    expect(said(second, "warning")).toBe("");
    await bench.clouds.tick();
    expect(Object.keys(succeeded(await up()).changes)).toEqual(["same"]);
  });

  it("refuses to declare app roles beside the imported ones, before anything changes", async () => {
    await bench.configure(stack, inMode("declared"));
    const refused = await up();
    expect(refused.succeeded).toBe(false);
    expect(changesOf(refused)).toEqual([]);
    expect(said(refused, "error")).toMatch(/role-mode-switched[\s\S]*to change the mode/);
    await bench.configure(stack, inMode("imported"));
    expect(Object.keys(succeeded(await up()).changes)).toEqual(["same"]);
  });

  it("goes down whole, and comes up in the other mode", async () => {
    const destroy = succeeded(await bench.pulumi(stack, ["destroy", "--yes"]));
    expect(Object.keys(destroy.changes)).toEqual(["delete"]);
    await bench.configure(stack, inMode("declared"));
    expect(changesOf(succeeded(await up()))).toContain("create azuread:index/applicationAppRole:ApplicationAppRole");
    await bench.configure(stack, inMode("imported"));
    const refused = await up();
    expect(refused.succeeded).toBe(false);
    expect(changesOf(refused)).toEqual([]);
    expect(said(refused, "error")).toMatch(/role-mode-switched[\s\S]*pulumi destroy/);
  });
});
