import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findYamlHost, projectRoot } from "#engine";
import { type Workbench, changesOf, openWorkbench, succeeded } from "./workbench";

const program = join(projectRoot(), "examples/yaml-account");
const stack = "yaml-account";
const config = {
  "aws:region": "us-east-1",
  "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
  "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
};

describe("a program in YAML", () => {
  let bench: Workbench;

  beforeAll(async () => {
    const host = await findYamlHost(() => undefined);
    bench = await openWorkbench({ path: [host] });
    await bench.configure(stack, config, { testerPassword: "Made-up-passw0rd" }, program);
  });

  afterAll(() => bench.close());

  it("federates an account with the components, by their executable plugin", async () => {
    const preview = succeeded(await bench.pulumi(stack, ["preview"], program));
    expect(Object.keys(preview.changes)).toEqual(["create"]);
    const up = succeeded(await bench.pulumi(stack, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(up.changes)).toEqual(["create"]);
    const warnings = up.diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
    // What the engine says of any language's host that it did not install itself.
    expect(warnings.filter((message) => !message.startsWith("using pulumi-language-yaml from $PATH"))).toEqual([]);
    const made = changesOf(up);
    for (const type of [
      "aws:iam/role:Role",
      "aws:iam/samlProvider:SamlProvider",
      "azuread:index/appRoleAssignment:AppRoleAssignment",
      "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
      "azuread:index/groupMember:GroupMember",
    ]) {
      expect(made).toContain(`create ${type}`);
    }
    const outputs = JSON.parse(
      succeeded(await bench.pulumi(stack, ["stack", "output", "--json"], program)).stdout,
    ) as Record<string, unknown>;
    expect(outputs["roleArns"]).toEqual({
      Auditor: "arn:aws:iam::111122223333:role/Auditor",
      Developer: "arn:aws:iam::111122223333:role/Developer",
    });
    expect(outputs["inventory"]).toMatch(/\| IAM role \| Developer \| `arn:aws:iam::111122223333:role\/Developer` \|/);
  });

  it("stays as it is", async () => {
    const again = succeeded(await bench.pulumi(stack, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(again.changes)).toEqual(["same"]);
  });

  it("is refused another mode of its roles, though it looks nothing up itself", async () => {
    const other = join(bench.folder, "other-mode");
    mkdirSync(other);
    const yaml = readFileSync(join(program, "Pulumi.yaml"), "utf8");
    const switched = yaml
      .replace("../../bin", join(projectRoot(), "bin"))
      .replace("company: Contoso", "company: Contoso\n      roleMode: imported");
    writeFileSync(join(other, "Pulumi.yaml"), switched);
    const refused = await bench.pulumi(stack, ["up", "--yes", "--skip-preview"], other);
    expect([refused.succeeded, changesOf(refused)]).toEqual([false, []]);
    const said = refused.diagnostics.map(({ message }) => message).join("\n");
    expect(said).toMatch(/AccountFederation "account1"[\s\S]*role-mode-switched[\s\S]*pulumi destroy/);
  });

  it("goes down", async () => {
    const destroy = succeeded(await bench.pulumi(stack, ["destroy", "--yes"], program));
    expect(Object.keys(destroy.changes)).toEqual(["delete"]);
  });

  it("is refused with every problem at once, like any other", async () => {
    const wrong = { ...config, "yaml-account:tenantId": "contoso" };
    await bench.configure(stack, wrong, { testerPassword: "Made-up-passw0rd" }, program);
    const refused = await bench.pulumi(stack, ["preview"], program);
    expect(refused.succeeded).toBe(false);
    const said = refused.diagnostics.map(({ message }) => message).join("\n");
    expect(said).toMatch(/AccountFederation "account1"[\s\S]*tenantId[\s\S]*"contoso"/);
  });
});
