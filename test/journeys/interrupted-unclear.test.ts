import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Tenant, guardedContoso } from "#emulators/entra";
import { cloudsOf } from "./cloud-states";
import { entraAws, entraAwsInTerminal, hasTerminals, runStackByCommand, stackFlags } from "./entra-aws-run";
import { everyType, everyTypeConfig } from "./every-type";
import { checkpointOf, losingFirstResponses, switchableFaults } from "./interruptions";
import { type Workbench, openWorkbench } from "./workbench";

const types = { key: "aws:iam/accessKey:AccessKey", group: "azuread:index/group:Group" };
const urnOf = (type: string, name: string): string => `urn:pulumi:all::every-type::${type}::${name}`;
const groupUrn = urnOf(types.group, "group");
const keyUrn = urnOf(types.key, "access-key");
const displayName = "Every type's group";
const stranger = "57a26e70-0000-4000-8000-000000000001";

/** The tenant has a group already that is named as the stack's. */
const seed = {
  ...guardedContoso,
  groups: guardedContoso.groups.flatMap((group) => [group, { ...group, id: stranger, displayName }]),
};

/** Each test goes on from where the one before it ended. */
describe("an interrupted run that made a group and an access key, in a tenant that has a group of that name", () => {
  let bench: Workbench;
  let left: unknown;
  const faults = switchableFaults();
  const victim = { project: "every-type", stack: "all" };

  const read = (file: string): unknown => JSON.parse(readFileSync(join(bench.folder, "clouds", file), "utf8"));
  const groups = (): string[] =>
    (read("tenant/tenant.json") as Tenant).groups
      .filter((each) => each.displayName === displayName)
      .map(({ id }) => id);
  /** Clouds, state and locks. */
  const everything = (): unknown => {
    const locks = join(bench.folder, "backend", ".pulumi", "locks");
    return [cloudsOf(bench), checkpointOf(bench, victim), readdirSync(locks, { recursive: true })];
  };

  beforeAll(async () => {
    bench = await openWorkbench({ faults, tenant: { seed } });
    await bench.configure("all", everyTypeConfig(), {}, everyType);
    const isMeant = ({ method, type }: { method: string; type: string }): boolean =>
      method === "create" && Object.values(types).includes(type);
    faults.set(losingFirstResponses(() => bench, victim, isMeant, new Set(), 2));
    const killed = await bench.pulumi("all", ["up", "--yes", "--skip-preview"], everyType);
    expect(killed.exitCode).toBeNull();
    faults.set({});
    left = everything();
    const pending = checkpointOf(bench, victim).pending_operations ?? [];
    expect(pending.map(({ type, resource }) => `${type} ${resource.type}`).sort()).toEqual([
      `creating ${types.key}`,
      `creating ${types.group}`,
    ]);
    expect(groups()).toHaveLength(2);
  });

  afterAll(() => bench.close());

  it("is refused with each group, the command that removes it and the ways to go on, and changes nothing", async () => {
    const { code, stdout, stderr } = await entraAws(bench, ["run", ...stackFlags(bench, "all", everyType), "--yes"]);
    const each = groups().flatMap((id) => [
      `    if it may go, remove it:         az rest --method DELETE --url https://graph.microsoft.com/v1.0/groups/${id}`,
      `    if the stack is to have it:      entra-aws run --adopt ${groupUrn}=/groups/${id}`,
    ]);
    expect(stderr.split("\n")).toEqual([
      "The earlier run was interrupted, and it cannot be shown whether these are what it made. Nothing was changed.",
      `  group "${displayName}": 2 of this name are there`,
      ...each,
      `    if it was made by somebody else: entra-aws run --not-made ${groupUrn}`,
      "Then run the same command again, with what is given above.",
      "",
    ]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(everything()).toEqual(left);
  });

  const own = (): string[] => ["--adopt", `${groupUrn}=/groups/${groups().find((id) => id !== stranger) ?? ""}`];

  it.runIf(hasTerminals)(
    "removes no access key at a terminal against a person's word, and changes nothing",
    async () => {
      const words = ["run", ...stackFlags(bench, "all", everyType), ...own()];
      const { code, stdout } = await entraAwsInTerminal(bench, words, "n\n");
      expect(stdout).toMatch(
        /Remove the access key of user "every-type", AKIA[A-Z0-9]+, whose secret was lost\? \[y\/N\]/,
      );
      expect(stdout).toMatch(/aws iam delete-access-key --user-name every-type --access-key-id AKIA[A-Z0-9]+/);
      expect(stdout).toContain(`entra-aws run --not-made ${keyUrn}`);
      expect(code).toBe(3);
      expect(everything()).toEqual(left);
    },
  );

  it("goes on with the group that a person says is the stack's, and leaves the other", async () => {
    const before = groups();
    const { code, result, stderr } = await runStackByCommand(bench, "all", own(), everyType);
    expect(code, stderr).toBe(0);
    expect(result?.recovery.settled.map(({ type, outcome }) => `${type} ${outcome}`).sort()).toEqual([
      `${types.key} removed`,
      `${types.group} imported`,
    ]);
    expect(groups()).toEqual(before);
    const { users } = read("accounts/account-111122223333.json") as { users: { accessKeys: unknown[] }[] };
    expect(users.flatMap(({ accessKeys }) => accessKeys)).toHaveLength(1);
  });

  it("removes the stack's own group with everything else, and not the stranger's", async () => {
    const { code, stderr } = await runStackByCommand(bench, "all", ["--destroy"], everyType);
    expect(code, stderr).toBe(0);
    expect(groups()).toEqual([stranger]);
  });
});
