import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#engine";
import { type StackConfig, type Workbench, openWorkbench, succeeded } from "./workbench";

const folder = join(projectRoot(), "examples");

/** Those that need other clouds, or something that is there before, or are never deployed; each has a journey of its own. */
const apart = ["china", "deliberately-bad", "existing-things", "us-gov"];

/** Those in TypeScript; the one in YAML has a journey of its own. */
const examples = readdirSync(folder).filter(
  (name) => existsSync(join(folder, name, "index.ts")) && !apart.includes(name),
);

/** What each example asks of whoever runs it. */
interface Asks {
  readonly config: StackConfig;
  readonly secrets?: Record<string, string>;
  /** What it says on its first deployment. @default nothing */
  readonly warning?: RegExp;
}

const configs: Readonly<Record<string, Asks>> = {
  "one-account": {
    config: {
      "aws:region": "us-east-1",
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
      "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
    },
    secrets: { testerPassword: "Made-up-passw0rd" },
  },
  "imported-roles": {
    config: {
      "aws:region": "us-east-1",
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::444455556666:role/Deployer" }],
      "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
    },
    warning: /waits for Entra's provisioning service to import 2 of 2 roles/,
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

  it.each(examples)("%s comes up, stays as it is, and goes down", async (name) => {
    const program = join(folder, name);
    const { config, secrets, warning }: Asks = configs[name] ?? { config: {} };
    await bench.configure(name, config, secrets, program);
    const up = succeeded(await bench.pulumi(name, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(up.changes)).toEqual(["create"]);
    const warnings = up.diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
    expect(warnings).toEqual(warning === undefined ? [] : [expect.stringMatching(warning)]);
    const again = succeeded(await bench.pulumi(name, ["up", "--yes", "--skip-preview"], program));
    expect(Object.keys(again.changes)).toEqual(["same"]);
    const destroy = succeeded(await bench.pulumi(name, ["destroy", "--yes"], program));
    expect(Object.keys(destroy.changes)).toEqual(["delete"]);
  });
});
