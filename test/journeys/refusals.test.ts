import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PulumiOutcome } from "#engine";
import { parse } from "./stack-config";
import { type StackConfig, type Workbench, openWorkbench, succeeded } from "./workbench";

/** What a person sees of the engine's refusal, in one text. */
function said(outcome: PulumiOutcome): string {
  return [...outcome.diagnostics.map(({ message }) => message), outcome.stdout, outcome.stderr].join("\n");
}

describe("bad input, on the real engine", () => {
  let bench: Workbench;
  let config: StackConfig;

  beforeAll(async () => {
    bench = await openWorkbench();
    config = parse("Pulumi.account2.yaml");
  });

  afterAll(() => bench.close());

  const accountOf = (): Record<string, unknown> => config["entra-aws:account"] as Record<string, unknown>;
  const writes = (): number => bench.clouds.tenant.writes() + bench.clouds.accounts.writes();

  async function refused(stack: string, given: StackConfig): Promise<string> {
    const before = writes();
    await bench.configure(stack, given);
    const outcome = await bench.pulumi(stack, ["up", "--yes"]);
    expect(outcome.succeeded).toBe(false);
    expect(writes()).toBe(before);
    const state = succeeded(await bench.pulumi(stack, ["stack", "export"]));
    const { deployment } = JSON.parse(state.stdout) as { deployment: { resources?: { type: string }[] } };
    expect((deployment.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:"))).toEqual([]);
    return said(outcome);
  }

  it("is one list of every problem, with no stack trace", async () => {
    const text = await refused("mistakes", {
      ...config,
      "entra-aws:account": {
        ...accountOf(),
        conditionalAcces: { requireMfa: true },
        roles: {
          Developer: { managedPolicies: ["AmazonS3FullAccess"], maxSessionDuration: 3599 },
          developer: { managedPolicies: ["AmazonS3FullAccess"] },
        },
      },
    });
    for (const words of ["conditionalAcces", "conditionalAccess", "roles.Developer.maxSessionDuration", "3599"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/^\s+at .*\.(ts|js):\d+/m);
  });

  it("says what to set when there is no config", async () => {
    const text = await refused("nothing", { "azuread:tenantId": config["azuread:tenantId"] });
    expect(text).toContain("entra-aws:account");
    expect(text).toContain("Pulumi.account1.yaml");
  });

  it("refuses credentials of another account before anything is registered", async () => {
    const text = await refused("elsewhere", {
      ...config,
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
    });
    expect(text).toContain("444455556666");
    expect(text).toContain("111122223333");
  });

  it("says which account is not emulated", async () => {
    const text = await refused("unknown", {
      ...config,
      "aws:assumeRoles": [{ roleArn: "arn:aws:iam::999988887777:role/Deployer" }],
    });
    expect(text).toContain("Account 999988887777 is not one of the emulated accounts");
  });
});

describe("what only a cloud can know", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench();
  });

  afterAll(() => bench.close());

  it("is an error that names what exists already, and the next run goes on", async () => {
    const config = parse("Pulumi.account2.yaml");
    const account = config["entra-aws:account"] as { roles: Record<string, { members?: string[] }> };
    const roles = Object.fromEntries(
      Object.entries(account.roles).map(([key, role]) => [key, { ...role, members: [] }]),
    );
    const lonely = { ...config, "entra-aws:account": { ...account, roles } };
    await bench.configure("first", lonely);
    await bench.configure("second", lonely);
    succeeded(await bench.pulumi("first", ["up", "--yes"]));

    const second = await bench.pulumi("second", ["up", "--yes"]);
    expect(second.succeeded).toBe(false);
    // The engine tries several at once and begins no other once one has failed: which it meets first is chance.
    expect(said(second)).toMatch(
      /A policy called EntraFederationBoundary already exists|display name "AWS-Account2-(Developers|Administrators)" already exists/,
    );

    succeeded(await bench.pulumi("first", ["destroy", "--yes"]));
    succeeded(await bench.pulumi("second", ["up", "--yes"]));
    succeeded(await bench.pulumi("second", ["destroy", "--yes"]));
  });
});
