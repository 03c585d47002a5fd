import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMetadata } from "#core/saml/metadata";
import type { Tenant } from "#emulators/entra";
import { projectRoot } from "#engine";
import { type StackConfig, type Workbench, changesOf, openWorkbench, succeeded } from "./workbench";

const byHand = join(projectRoot(), "test", "journeys", "things-by-hand");
const example = join(projectRoot(), "examples", "existing-things");
const clouds: StackConfig = {
  "aws:region": "us-east-1",
  "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
  "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
};

/** What is there already is taken as it is, and left as it was. Each test goes on from where the one before it ended. */
describe("things that are there already", () => {
  let bench: Workbench;
  let made: Record<string, string>;
  let before: Record<string, unknown>;
  const settings = (change: Record<string, string> = {}): StackConfig => {
    const given = { ...found(), ...change };
    return {
      ...clouds,
      ...Object.fromEntries(Object.entries(given).map(([key, value]) => [`existing-things:${key}`, value])),
    };
  };
  const found = () => {
    const parsed = parseMetadata(made["metadataXml"] ?? "");
    if ("problems" in parsed) throw new Error("the application has no metadata");
    return {
      applicationObjectId: made["applicationObjectId"] ?? "",
      auditorsObjectId: made["auditorsObjectId"] ?? "",
      newAuditorObjectId: made["newAuditorObjectId"] ?? "",
      signingCertificate: parsed.metadata.certificates[0] ?? "",
    };
  };
  const stateOf = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(bench.folder, "clouds", file), "utf8")) as Record<string, unknown>;
  const tenant = (): Tenant => stateOf("tenant/tenant.json") as unknown as Tenant;
  /** Both clouds, without what comes and goes: the tenant's waste bin, and sessions. */
  const everything = (): Record<string, unknown> => {
    const { deletedItems: _bin, ...kept } = stateOf("tenant/tenant.json");
    const { sessions: _sessions, ...account } = stateOf("accounts/account-111122223333.json");
    return { tenant: kept, account };
  };
  const refusalOf = async (change: Record<string, string>): Promise<string> => {
    await bench.configure("existing", settings(change), {}, example);
    const writes = bench.clouds.tenant.writes() + bench.clouds.accounts.writes();
    const up = await bench.pulumi("existing", ["up", "--yes", "--skip-preview"], example);
    expect(up.succeeded).toBe(false);
    // Nothing is created by half.
    expect(bench.clouds.tenant.writes() + bench.clouds.accounts.writes()).toBe(writes);
    return up.diagnostics.map(({ message }) => message).join("\n");
  };

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure("by-hand", clouds, {}, byHand);
    succeeded(await bench.pulumi("by-hand", ["up", "--yes", "--skip-preview"], byHand));
    const shown = succeeded(await bench.pulumi("by-hand", ["stack", "output", "--json"]));
    made = JSON.parse(shown.stdout) as Record<string, string>;
    before = everything();
  });

  afterAll(() => bench.close());

  it("refuses an application that no id is of, before anything is made", async () => {
    const said = await refusalOf({ applicationObjectId: "0e0e0000-0000-4000-8000-00000000dead" });
    expect(said).toContain('Application with object ID "0e0e0000-0000-4000-8000-00000000dead" was not found');
  });

  it("refuses a group as member, before anything is made", async () => {
    const said = await refusalOf({ newAuditorObjectId: made["auditorsObjectId"] ?? "" });
    expect(said).toMatch(/roles\.Auditor\.members\.new-auditor {2}\(member-is-group\)/);
    expect(said).toContain("Entra gives app roles to no member of a nested group");
  });

  it("refuses a provider that does not know the application's certificate, before anything is made", async () => {
    const foreign = readFileSync(join(projectRoot(), "examples/existing-metadata/federation-metadata.xml"), "utf8");
    const parsed = parseMetadata(foreign);
    const signingCertificate = "metadata" in parsed ? (parsed.metadata.certificates[0] ?? "") : "";
    expect(await refusalOf({ signingCertificate })).toMatch(
      /existingSamlProviderArn {2}\(existing-saml-provider-certificate\)[^]*without the certificate [0-9A-F]{40}/,
    );
  });

  it("previews only what is added", async () => {
    await bench.configure("existing", settings(), {}, example);
    const preview = succeeded(await bench.pulumi("existing", ["preview"], example));
    expect(changesOf(preview)).toEqual([
      "create aws:iam/role:Role",
      "create aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "create azuread:index/appRoleAssignment:AppRoleAssignment",
      "create azuread:index/appRoleAssignment:AppRoleAssignment",
      "create azuread:index/applicationAppRole:ApplicationAppRole",
      "create azuread:index/applicationAppRole:ApplicationAppRole",
      "create azuread:index/group:Group",
      "create azuread:index/groupMember:GroupMember",
    ]);
  });

  it("adds app roles, assignments and a member, and changes nothing else", async () => {
    const up = succeeded(await bench.pulumi("existing", ["up", "--yes", "--skip-preview"], example));
    expect(up.diagnostics.filter(({ severity }) => severity === "warning")).toEqual([]);
    const { applications, servicePrincipals, groups, appRoleAssignments } = tenant();
    const was = before["tenant"] as Tenant;
    const [application] = applications;
    const added = ["Auditor,EntraByHand", "Developer,EntraByHand"];
    expect(application?.appRoles.map(({ displayName }) => displayName).sort()).toEqual(
      [...added, "msiam_access"].sort(),
    );
    expect({ ...application, appRoles: [] }).toEqual({ ...was.applications[0], appRoles: [] });
    expect({ ...servicePrincipals[0], appRoles: [] }).toEqual({ ...was.servicePrincipals[0], appRoles: [] });
    const auditors = groups.find(({ id }) => id === made["auditorsObjectId"]);
    const wereAuditors = was.groups.find(({ id }) => id === made["auditorsObjectId"]);
    expect(auditors?.members).toEqual([...(wereAuditors?.members ?? []), made["newAuditorObjectId"]]);
    expect(appRoleAssignments.map(({ principalId }) => principalId)).toContain(made["auditorsObjectId"]);
    const account = before["account"] as { roles: object[]; samlProviders: object[] };
    const { roles, samlProviders } = stateOf("accounts/account-111122223333.json") as typeof account;
    expect(samlProviders).toEqual(account.samlProviders);
    expect(roles).toEqual(expect.arrayContaining(account.roles));
  });

  it("finds nothing to change when run again", async () => {
    const again = succeeded(await bench.pulumi("existing", ["up", "--yes", "--skip-preview"], example));
    expect(Object.keys(again.changes)).toEqual(["same"]);
  });

  it("leaves everything as it was when it goes", async () => {
    succeeded(await bench.pulumi("existing", ["destroy", "--yes"], example));
    expect(everything()).toEqual(before);
    // Whoever keeps them sees no change.
    succeeded(await bench.pulumi("by-hand", ["preview", "--refresh", "--expect-no-changes"], byHand));
  });
});
