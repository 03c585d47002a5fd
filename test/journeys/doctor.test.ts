import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Examination, signInAtTile, type StackDoctorResult, type StackPermissions } from "#cli/jobs";
import { graphPermissionIds, graphPermissions } from "#core/entra";
import { projectRoot } from "#engine";
import { openAccounts } from "../../emulators/aws/accounts";
import type { Account } from "../../emulators/aws/state/account";
import { detachRolePolicy, putRolePolicy } from "../../emulators/aws/state/role-policies";
import { createSamlProvider } from "../../emulators/aws/state/saml-providers";
import { firstKey, metadataOf } from "../../emulators/aws/testing/federation";
import { type CommandEnd, entraAws } from "./entra-aws-run";
import { parse } from "./stack-config";
import { exampleAccounts, openWorkbench, type StackConfig, succeeded, type Workbench } from "./workbench";

const config = parse("Pulumi.account1.yaml");
const misspelt = { ...(config["entra-aws:account"] as object), sessionDuraton: 3600 };
const password = "Made-up-passw0rd";
const users = ["Test-AWSAdmin", "Test-AWSDeveloper", "Test-AWSGuest"];
const secrets = {
  "entra-aws:testUserPasswords": JSON.stringify(Object.fromEntries(users.map((user) => [user, password]))),
};

function doctor(bench: Workbench, stack: string, args: readonly string[] = []): Promise<CommandEnd> {
  const configFile = join(bench.folder, "config", `Pulumi.${stack}.yaml`);
  const place = ["--cwd", projectRoot(), "--stack", stack, "--config-file", configFile];
  return entraAws(bench, ["doctor", ...place, ...args]);
}

async function examined(bench: Workbench, stack = "account1") {
  const end = await doctor(bench, stack, ["--json"]);
  if (end.stdout === "") throw new Error(end.stderr);
  return { code: end.code, ...(JSON.parse(end.stdout) as StackDoctorResult) };
}

function amiss(examinations: readonly Examination[]): Examination[] {
  return examinations.filter(({ outcome }) => outcome !== "ok");
}

/** The same bench with other variables for the command line. */
function withEnvironment(bench: Workbench, more: Readonly<Record<string, string>>): Workbench {
  return { ...bench, clouds: { ...bench.clouds, environment: { ...bench.clouds.environment, ...more } } };
}

// Judge: the emulated clouds by their genuine clients, and the real engine (2026-11-24).

describe("entra-aws doctor", () => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.configure("account1", config, secrets);
  });

  afterAll(() => bench.close());

  it("says that all is well where nothing is deployed yet, with a line an examination", async () => {
    const { code, stdout } = await doctor(bench, "account1");
    expect(stdout.match(/^\S.*/gm)).toEqual([
      "engine",
      "identity",
      "Graph permissions",
      "IAM permissions",
      "licence",
      "names",
      "limits",
      "stack account1 can run here",
    ]);
    expect(stdout).toContain("arn:aws:sts::111122223333:assumed-role/Deployer/entra-aws");
    expect(code).toBe(0);
  });

  it("changes nothing", () => {
    expect(bench.clouds.accounts.writes()).toBe(0);
    expect(bench.clouds.tenant.writes()).toBe(0);
  });

  it("prints the least permissions of the deployer, which ask no cloud", async () => {
    const nobody = withEnvironment(bench, { AZURE_CLIENT_SECRET: "wrong", AWS_SECRET_ACCESS_KEY: "wrong" });
    const { code, stdout } = await doctor(nobody, "account1", ["--permissions", "--json"]);
    expect(code).toBe(0);
    const permissions = JSON.parse(stdout) as StackPermissions;
    expect(permissions.graphPermissions.map(({ name }) => name)).toEqual([
      "AppRoleAssignment.ReadWrite.All",
      "Application.ReadWrite.All",
      "Group.ReadWrite.All",
      "Policy.Read.All",
      "Policy.ReadWrite.ApplicationConfiguration",
      "Policy.ReadWrite.ConditionalAccess",
      "User.ReadWrite.All",
    ]);
    const statements = permissions.iamPolicies.flatMap(({ Statement }) => Statement);
    expect(statements.flatMap(({ Action = [] }) => Action)).toContain("iam:CreateSAMLProvider");
    expect(statements.flatMap(({ Resource = [] }) => Resource)).not.toContain("*");
  });

  it("finds the wrong account, and looks no further", async () => {
    const account = { ...(config["entra-aws:account"] as object), account: { id: "444455556666", name: "Account2" } };
    await bench.configure("elsewhere", { ...config, "entra-aws:account": account }, secrets);
    const { code, examinations } = await examined(bench, "elsewhere");
    expect(code).toBe(1);
    expect(amiss(examinations)).toMatchObject([
      { group: "identity", name: "AWS", outcome: "missing", expected: 'somebody of account "444455556666"' },
    ]);
    expect(new Set(examinations.map(({ group }) => group))).toEqual(new Set(["engine", "identity"]));
  });

  it.each([
    ["a config that is none", { ...config, "entra-aws:account": { company: "Contoso" } }, /roles: .*\npulumi preview/s],
    ["what the program refuses", { ...config, "entra-aws:account": misspelt }, /sessionDuraton {2}\(unknown-key\)/],
    ["no config", { "aws:region": "us-east-1" }, /has no config entra-aws:account/],
  ])("refuses %s, and names every property", async (_, broken: StackConfig, message) => {
    await bench.configure("broken", broken, secrets);
    const { code, stderr } = await doctor(bench, "broken");
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it("tells a missing stack from a missing sign-in", async () => {
    const missing = await doctor(bench, "nobodys");
    expect(missing.stderr).toContain("nobodys");
    expect(missing.code).toBe(3);
    const nobody = await doctor(withEnvironment(bench, { AZURE_CLIENT_SECRET: "wrong" }), "account1");
    expect(nobody.stderr).toContain("az login");
    expect(nobody.code).toBe(4);
  });

  describe("once the stack is deployed", () => {
    beforeAll(async () => {
      succeeded(await bench.pulumi("account1", ["up", "--yes", "--skip-preview"]));
    });

    it("does not complain of what the stack owns", async () => {
      const { code, examinations } = await examined(bench);
      expect(amiss(examinations)).toEqual([]);
      expect(code).toBe(0);
    });

    it("finds every name taken for another stack of the same names, with each way out", async () => {
      await bench.configure("copy", config, secrets);
      const { code, examinations } = await examined(bench, "copy");
      expect(code).toBe(1);
      const taken = amiss(examinations);
      expect(taken.map(({ name }) => name)).toEqual([
        'application "Contoso AWS Account1 (111122223333)"',
        'identifier "https://signin.aws.amazon.com/saml#111122223333"',
        'group "AWS-Account1-Administrators"',
        'group "AWS-Account1-Developers"',
        'claims policy "AWS Account1 claims"',
        'Conditional Access policy "AWS Console – MFA – Account1"',
        'user "Test-AWSAdmin@contoso.onmicrosoft.com"',
        'user "Test-AWSDeveloper@contoso.onmicrosoft.com"',
        'user "Test-AWSGuest@contoso.onmicrosoft.com"',
        'SAML provider "EntraID"',
        'role "Administrator"',
        'role "Developer"',
        'policy "EntraFederationBoundary"',
      ]);
      const developers = taken.find(({ name }) => name === 'group "AWS-Account1-Developers"');
      expect(developers?.remedy).toMatch(/roles\.Developer\.existingGroupObjectId.*naming\.group.*import/);
      expect(developers?.commands?.[0]).toMatch(
        /^pulumi import --stack copy azuread:index\/group:Group '<name>' \/groups\/[\da-f-]{36}$/,
      );
    });

    it("explains a response that the tenant issued: taken, and a day later no more", async () => {
      const outputs = JSON.parse(succeeded(await bench.pulumi("account1", ["stack", "output", "--json"])).stdout) as {
        signInUrl: string;
      };
      const { samlResponse } = await signInAtTile({
        tenantUrl: bench.clouds.tenant.url,
        signInUrl: outputs.signInUrl,
        userPrincipalName: "Test-AWSDeveloper@contoso.onmicrosoft.com",
        password,
        client: { label: "MFA", mfa: true, ip: "203.0.113.10" },
      });
      const file = join(bench.folder, "form.txt");
      writeFileSync(file, `RelayState=&SAMLResponse=${encodeURIComponent(samlResponse)}\n`);
      const taken = await doctor(bench, "account1", ["--response", file]);
      expect(taken.stdout).toMatch(/^verdict +AWS accepts it\n/);
      expect(taken.stdout).toContain("role arn:aws:iam::111122223333:role/Developer  accepted");
      expect(taken.stdout).not.toMatch(/Test-AWSDeveloper|unknown/);
      expect(taken.code).toBe(0);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      const late = await entraAws(bench, ["doctor", "--response", file, "--at", tomorrow, "--json"]);
      expect(late.code).toBe(1);
      expect(JSON.parse(late.stdout)).toMatchObject({
        diagnosis: { verdicts: { console: { check: "redemption", awsError: { code: "ExpiredTokenException" } } } },
      });
    });

    it("calls a file without a response unreadable", async () => {
      const { code, stderr } = await entraAws(bench, [
        "doctor",
        "--response",
        join(bench.folder, "config", "Pulumi.yaml"),
      ]);
      expect(stderr).toContain("there is no SAMLResponse in it");
      expect(code).toBe(2);
    });
  });
});

describe("entra-aws doctor, with less than the stack needs", () => {
  let bench: Workbench;

  beforeAll(async () => {
    const lacking = "Policy.ReadWrite.ConditionalAccess";
    bench = await openWorkbench({
      prepare: (folder) => {
        limitDeployer(join(folder, "accounts"));
      },
      tenant: { deployerPermissions: graphPermissions.filter((one) => one !== lacking) },
    });
    await bench.configure("account1", config, secrets);
  });

  afterAll(() => bench.close());

  it("names each permission with the command that grants it, and a provider of that name", async () => {
    const { code, examinations } = await examined(bench);
    expect(code).toBe(1);
    const found = amiss(examinations);
    expect(found.map(({ group, name }) => `${group}: ${name}`)).toEqual([
      "Graph permissions: Policy.ReadWrite.ConditionalAccess",
      "IAM permissions: iam:CreateSAMLProvider",
      'names: SAML provider "EntraID"',
    ]);
    const [graph, iam] = found;
    expect(graph?.commands?.[0]).toMatch(
      /^az rest --method POST --url https:\/\/graph.microsoft.com\/v1.0\/servicePrincipals\//,
    );
    expect(graph?.commands?.[0]).toContain(graphPermissionIds["Policy.ReadWrite.ConditionalAccess"]);
    const document = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteProvider",
          Effect: "Allow",
          Action: "iam:CreateSAMLProvider",
          Resource: "arn:aws:iam::111122223333:saml-provider/EntraID",
        },
      ],
    });
    expect(iam?.commands).toEqual([
      `aws iam put-role-policy --role-name Deployer --policy-name entra-aws-deployer --policy-document '${document}'`,
    ]);
  });
});

/** The deployer may do everything but create a SAML provider, of which there is one already. */
function limitDeployer(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = openAccounts({ folder, accounts: [...exampleAccounts], now: () => new Date(), newId: randomUUID });
  opened.find("111122223333")?.change((draft: Account, invention) => {
    const statements = [
      { Effect: "Allow", Action: "iam:*", Resource: "*" },
      { Effect: "Deny", Action: "iam:CreateSAMLProvider", Resource: "*" },
    ];
    const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    putRolePolicy(draft, { role: "Deployer", name: "Own", document });
    detachRolePolicy(draft, { role: "Deployer", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });
    createSamlProvider(draft, { name: "EntraID", metadata: metadataOf(firstKey) }, invention);
  });
  opened.close();
}
