import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#engine";
import { type StackConfig, type Workbench, openWorkbench, succeeded } from "./workbench";

const folder = join(projectRoot(), "examples");

/** What each example asks of whoever runs it. */
const configs: Readonly<Record<string, { readonly config: StackConfig; readonly secrets?: Record<string, string> }>> = {
  "one-account": {
    config: {
      "aws:region": "us-east-1",
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
      "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
    },
    secrets: { testerPassword: "Made-up-passw0rd" },
  },
  "existing-metadata": {
    config: {
      "aws:region": "us-east-1",
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
    },
  },
};

describe("the example", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench();
  });

  afterAll(() => bench.close());

  it.each(readdirSync(folder))("%s comes up, stays as it is, and goes down", async (name) => {
    const program = join(folder, name);
    const { config, secrets } = configs[name] ?? { config: {} };
    await bench.configure(name, config, secrets, program);
    const up = succeeded(await bench.pulumi(name, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(up.changes)).toEqual(["create"]);
    expect(up.diagnostics.filter(({ severity }) => severity === "warning")).toEqual([]);
    const again = succeeded(await bench.pulumi(name, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(again.changes)).toEqual(["same"]);
    const destroy = succeeded(await bench.pulumi(name, ["destroy", "--yes"], program));
    expect(Object.keys(destroy.changes)).toEqual(["delete"]);
  });
});
