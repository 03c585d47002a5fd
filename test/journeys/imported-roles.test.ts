import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assumeRoleWithSaml, type RolesResult, signInAtTile } from "#cli/jobs";
import { projectRoot, type PulumiOutcome } from "#engine";
import { type CommandEnd, entraAws } from "./entra-aws-run";
import { parse } from "./stack-config";
import { withUser } from "./tenant-user";
import { type Workbench, changesOf, openWorkbench, type StackConfig, succeeded } from "./workbench";

const stack = "account2";
const declared = parse("Pulumi.account2.yaml");

/** The committed account2 in this mode, with these members in place of its own, who are account1's test users. */
function inMode(roleMode: "declared" | "imported", members?: readonly string[]): StackConfig {
  const account = declared["entra-aws:account"] as { roles: Record<string, object> };
  const roles = Object.entries(account.roles).map(([key, role]) => [key, { ...role, members }] as const);
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

  it("keeps the key of the provisioning user out of the state's clear text", async () => {
    const exported = async (...options: string[]) =>
      succeeded(await bench.pulumi(stack, ["stack", "export", ...options])).stdout;
    const [, secret = ""] = /"plaintext": "\\"([\w/+]{40})\\""/.exec(await exported("--show-secrets")) ?? [];
    expect(secret).toHaveLength(40);
    expect(await exported()).not.toContain(secret);
  });

  it("refuses to declare app roles before the first cycle as well, while its job is there", async () => {
    await bench.configure(stack, inMode("declared"));
    // To read the stack's own state the engine has a provider of its own.
    const inClouds = (outcome: PulumiOutcome) => [
      ...new Set(changesOf(outcome).filter((change) => !/:providers:pulumi$/.test(change))),
    ];
    const refused = await up();
    expect([refused.succeeded, inClouds(refused)]).toEqual([false, []]);
    expect(said(refused, "error")).toMatch(/role-mode-switched[\s\S]*-role-provisioning-job[\s\S]*to change the mode/);
    const jobAlone = ["destroy", "--yes", "--skip-preview", "--target", "**-role-provisioning-job"];
    expect(inClouds(succeeded(await bench.pulumi(stack, jobAlone)))).toEqual([
      "delete azuread:index/synchronizationJob:SynchronizationJob",
    ]);
    expect(said(await bench.pulumi(stack, ["preview"]), "error")).toBe("");
    await bench.configure(stack, inMode("imported"));
    expect(inClouds(succeeded(await up()))).toEqual(["create azuread:index/synchronizationJob:SynchronizationJob"]);
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

// Judge: the emulated clouds by their genuine clients, and the real engine (2026-11-24).

describe("entra-aws roles, between the two deployments", () => {
  const ada = { userPrincipalName: "ada@contoso.onmicrosoft.com", password: "Made-up-passw0rd" };
  const account = "arn:aws:iam::444455556666";
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench({ tenant: { seed: withUser(ada) } });
    await configure();
  });

  afterAll(() => bench.close());

  const configure = () => bench.configure(stack, inMode("imported", [ada.userPrincipalName]));
  const up = (...options: readonly string[]) => bench.pulumi(stack, ["up", "--yes", "--skip-preview", ...options]);
  const roles = (args: readonly string[] = [], environment: Record<string, string> = {}, ctrlC?: Promise<unknown>) => {
    const place = ["--stack", stack, "--config-file", join(bench.folder, "config", `Pulumi.${stack}.yaml`)];
    const clouds = { ...bench.clouds, environment: { ...bench.clouds.environment, ...environment } };
    return entraAws({ ...bench, clouds }, ["roles", ...place, ...args], undefined, ctrlC);
  };
  const resultOf = ({ stdout }: CommandEnd) => JSON.parse(stdout) as RolesResult;

  const elsewhere = () => join(bench.folder, "elsewhere");
  const theirs = (...args: readonly string[]) => bench.pulumi("elsewhere", args, elsewhere()).then(succeeded);

  /** Somebody else's program, that holds the trust policy of a role of the stack. */
  async function takeOver(roleName: string): Promise<void> {
    mkdirSync(elsewhere());
    writeFileSync(join(elsewhere(), "Pulumi.yaml"), "name: elsewhere\nruntime: nodejs\nmain: index.js\n");
    writeFileSync(join(elsewhere(), "index.js"), "");
    symlinkSync(join(projectRoot(), "node_modules"), join(elsewhere(), "node_modules"));
    const { "aws:region": region, "aws:assumeRoles": assumed } = declared;
    await bench.configure("elsewhere", { "aws:region": region, "aws:assumeRoles": assumed }, {}, elsewhere());
    await theirs(
      "import",
      "aws:iam/role:Role",
      "theirs",
      roleName,
      "--yes",
      "--protect=false",
      "--generate-code=false",
    );
    // The workbench answers for the project that was configured last.
    await configure();
  }

  async function allow(roleName: string, actions: readonly string[]): Promise<void> {
    const Principal = { Federated: `${account}:saml-provider/EntraID` };
    const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
    const Statement = [{ Effect: "Allow", Principal, Action: actions, Condition }];
    const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement });
    const others = ["description", "forceDetachPolicies", "maxSessionDuration", "permissionsBoundary", "tags"];
    writeFileSync(
      join(elsewhere(), "index.js"),
      `const { iam } = require("@pulumi/aws");
      const role = ${JSON.stringify({ name: roleName, assumeRolePolicy })};
      new iam.Role("theirs", role, { ignoreChanges: ${JSON.stringify(others)}, retainOnDelete: true });`,
    );
    expect(changesOf(await theirs("up", "--yes", "--skip-preview"))).toContain("update aws:iam/role:Role");
  }

  it("asks for the first deployment where there was none", async () => {
    expect(await roles()).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'The tenant has no enterprise application named "Contoso AWS Account2 (444455556666)": run pulumi up for stack account2 first.\n',
    });
  });

  it("has the roles imported, says so and what is next, and ends with 0", async () => {
    succeeded(await up());
    const { code, stdout, stderr } = await roles();
    expect(stdout.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/, "<time>").split("\n")).toEqual([
      "roles of account2  account 444455556666 · application Contoso AWS Account2 (444455556666)",
      "",
      "  import   Active, last cycle Succeeded at <time>",
      "",
      "  Administrator   imported, not assigned yet",
      "  Developer       imported, not assigned yet",
      "",
      "  next   now run pulumi up again: it assigns the groups to the imported roles",
      "",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("says the same to a machine, and nothing secret", async () => {
    const end = await roles(["--json", "--no-restart"]);
    expect(end).toMatchObject({ code: 0, stderr: "" });
    expect(resultOf(end)).toMatchObject({
      stack,
      accountId: "444455556666",
      job: { code: "Active", lastExecution: { state: "Succeeded" } },
      roles: [
        { key: "Administrator", arn: `${account}:role/Administrator`, state: "imported", assigned: false },
        { key: "Developer", arn: `${account}:role/Developer`, state: "imported", assigned: false },
      ],
      complete: true,
      assignmentsToCome: true,
    });
    expect(end.stdout).not.toMatch(/AKIA|SecretToken/);
  });

  it("says why a role is imported no more, and ends with 1", async () => {
    await takeOver("Administrator");
    await allow("Administrator", ["sts:AssumeRoleWithSAML", "sts:TagSession"]);
    const { code, stdout } = await roles();
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^ {2}Administrator {3}.*: the trust policy allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession$/m,
    );
    expect(stdout).toMatch(/^ {2}Developer {7}imported, not assigned yet$/m);
    expect(stdout).toContain("mend the trust policies named above, then run entra-aws roles again");
  });

  it.each([
    [
      "nobody is signed in",
      { AZURE_CLIENT_SECRET: "guessed" },
      4,
      "Not signed in to Microsoft Entra ID: AADSTS7000215",
    ],
    [
      "Entra cannot be reached",
      { AZURE_AUTHORITY_HOST: "https://localhost:1" },
      3,
      "Microsoft Entra ID gave no usable",
    ],
  ] as const)("ends otherwise where %s", async (_what, environment, code, words) => {
    const end = await roles(["--no-restart"], environment);
    expect(end).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(words) as string });
  });

  it("ends at Ctrl-C, and says what goes on without it", async () => {
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const silent = createServer(() => {
      asked();
    }).listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => silent.once("listening", resolve));
      const { port } = silent.address() as AddressInfo;
      expect(await roles(["--no-restart"], { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }, isAsked)).toEqual({
        code: 130,
        stdout: "",
        stderr: "cancelled; a cycle that was started goes on in Entra\n",
      });
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it("says that it is imported again once its trust policy is mended, and the next deployment assigns", async () => {
    await allow("Administrator", ["sts:AssumeRoleWithSAML"]);
    const end = await roles(["--json"]);
    expect([end.code, resultOf(end).roles.map(({ state }) => state)]).toEqual([0, ["imported", "imported"]]);
    const assigned = "create azuread:index/appRoleAssignment:AppRoleAssignment";
    expect(changesOf(succeeded(await up()))).toEqual([assigned, assigned]);
    const { code, stdout } = await roles(["--no-restart"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("next   nothing: every role of the stack is imported")]);
  });

  it("ends with a person in the account", async () => {
    const { stdout } = succeeded(await bench.pulumi(stack, ["stack", "output", "signInUrl"]));
    const client = { label: "MFA", mfa: true, ip: "203.0.113.10" } as const;
    const tile = { ...ada, tenantUrl: bench.clouds.tenant.url, signInUrl: stdout.trim(), client };
    const { samlResponse } = await signInAtTile(tile);
    const session = await assumeRoleWithSaml(bench.clouds.accounts.url, {
      response: samlResponse,
      roleArn: `${account}:role/Developer`,
      samlProviderArn: `${account}:saml-provider/EntraID`,
    });
    expect(session.arn).toBe(`arn:aws:sts::444455556666:assumed-role/Developer/${ada.userPrincipalName}`);
  });
});
