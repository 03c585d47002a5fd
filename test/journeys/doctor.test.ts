import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Examination, signInAtTile, type StackDoctorResult, type StackPermissions } from "#cli/jobs";
import { graphPermissionIds, graphPermissions } from "#core/entra";
import { projectRoot } from "#engine";
import { openAccounts } from "../../emulators/aws/accounts";
import type { Account, Invention } from "../../emulators/aws/state/account";
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

/** The doctor of a response that is typed, or piped to it. */
function doctorOfStandardInput() {
  const main = join(projectRoot(), "cli", "main.ts");
  const args = ["--import", "tsx", "--conditions=entra-aws-source", main, "doctor", "--response", "-"];
  const child = spawn(process.execPath, args, { cwd: projectRoot(), stdio: "pipe" });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise((resolve) =>
    child.once("close", (code) => {
      resolve({ code, stderr });
    }),
  );
  return { child, ended };
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
      expect(developers?.remedy).toMatch(
        /roles\.Developer\.existingGroupObjectId.*naming\.group.*import\.json.*"\/groups\/[\da-f-]{36}"/,
      );
      expect(developers?.commands).toEqual([
        "pulumi preview --import-file import.json --stack copy",
        "pulumi import --file import.json --generate-code=false --stack copy",
      ]);
    });

    it("leads to an import by which the stack owns what was there, and makes no other", async () => {
      const { examinations } = await examined(bench, "copy");
      const group = examinations.find(({ name }) => name === 'group "AWS-Account1-Developers"');
      const id = /"(\/groups\/[^"]+)"/.exec(group?.remedy ?? "")?.[1] ?? "";
      const file = join(bench.folder, "import.json");
      succeeded(await bench.pulumi("copy", ["preview", "--import-file", file]));
      writeFileSync(file, JSON.stringify({ resources: withParents(file, "Account1-Developer-group-group", id) }));
      succeeded(
        await bench.pulumi("copy", ["import", "--file", file, "--yes", "--skip-preview", "--generate-code=false"]),
      );
      const { steps } = succeeded(await bench.pulumi("copy", ["preview"]));
      const ofGroup = steps.filter(({ urn }) => urn.endsWith("::Account1-Developer-group-group"));
      expect(ofGroup.map(({ operation }) => operation)).toEqual(["update"]);
      expect(steps.filter(({ operation }) => operation === "delete")).toEqual([]);
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

    it("reads a response from standard input", async () => {
      const reading = doctorOfStandardInput();
      reading.child.stdin.end("Hello!");
      expect(await reading.ended).toEqual({
        code: 2,
        stderr: expect.stringContaining("no SAMLResponse in it") as string,
      });
    });

    it("stops reading standard input at Ctrl-C", async () => {
      const reading = doctorOfStandardInput();
      reading.child.stderr.once("data", () => reading.child.kill("SIGINT"));
      expect(await reading.ended).toEqual({ code: 130, stderr: "  reading standard input\n" });
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
        limitDeployer(join(folder, "accounts"), [document([all, notProviders])], (account, invention) => {
          createSamlProvider(account, { name: "EntraID", metadata: metadataOf(firstKey) }, invention);
        });
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
    const lacking = {
      Sid: "WriteProvider",
      Effect: "Allow",
      Action: "iam:CreateSAMLProvider",
      Resource: "arn:aws:iam::111122223333:saml-provider/EntraID",
    };
    const [command = ""] = iam?.commands ?? [];
    expect(command).toMatch(
      /^aws iam put-role-policy --role-name Deployer --policy-name entra-aws-deployer-[\da-f]{8} /,
    );
    expect(command.endsWith(` --policy-document '${document([lacking])}'`)).toBe(true);
  });
});

describe("entra-aws doctor, with what --permissions prints and nothing else", () => {
  let permissions: StackPermissions;

  const openWith = async (policies: readonly object[], graph: StackPermissions["graphPermissions"]) => {
    const documents = policies.map((policy) => JSON.stringify(policy));
    const bench = await openWorkbench({
      prepare: (folder) => {
        limitDeployer(join(folder, "accounts"), documents);
      },
      tenant: { deployerPermissions: graph.map(({ name }) => name) },
    });
    await bench.configure("account1", config, secrets);
    return bench;
  };

  beforeAll(async () => {
    const bench = await openWorkbench();
    await bench.configure("account1", config, secrets);
    permissions = JSON.parse((await doctor(bench, "account1", ["--permissions", "--json"])).stdout) as StackPermissions;
    await bench.close();
  });

  it("calls all well where its own reads are granted too", async () => {
    const { iamPolicies, graphPermissions: deployers, doctor: own } = permissions;
    const bench = await openWith([...iamPolicies, own.iamPolicy], [...deployers, ...own.graphPermissions]);
    const { code, examinations } = await examined(bench);
    await bench.close();
    expect(amiss(examinations)).toEqual([]);
    expect(code).toBe(0);
  });

  it("says what it cannot know without them, how to grant it, and that nothing is missing", async () => {
    const bench = await openWith(permissions.iamPolicies, permissions.graphPermissions);
    const { code, examinations } = await examined(bench);
    await bench.close();
    expect(amiss(examinations).map(({ name, outcome }) => [name, outcome])).toEqual([
      ["iam:SimulatePrincipalPolicy", "unknown"],
      ["Conditional Access", "unknown"],
      ["roles of the account", "unknown"],
      ["policies of the account", "unknown"],
      ["SAML providers of the account", "unknown"],
    ]);
    expect(amiss(examinations).every(({ remedy = "" }) => remedy.includes("--permissions"))).toBe(true);
    expect(code).toBe(1);
  });
});

const all = { Effect: "Allow", Action: "iam:*", Resource: "*" };
const notProviders = { Effect: "Deny", Action: "iam:CreateSAMLProvider", Resource: "*" };

function document(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The deployer may do what these policies say and nothing else. */
function limitDeployer(
  folder: string,
  policies: readonly string[],
  besides: (draft: Account, invention: Invention) => void = () => undefined,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = openAccounts({ folder, accounts: [...exampleAccounts], now: () => new Date(), newId: randomUUID });
  opened.find("111122223333")?.change((draft: Account, invention) => {
    for (const [index, policy] of policies.entries()) {
      putRolePolicy(draft, { role: "Deployer", name: `Own${index}`, document: policy });
    }
    detachRolePolicy(draft, { role: "Deployer", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });
    besides(draft, invention);
  });
  opened.close();
}

interface Entry {
  readonly name: string;
  readonly parent?: string;
}

/** The entry of that name in an import file, with its id, and its parents, as a person would keep them. */
function withParents(file: string, name: string, id: string): Entry[] {
  const { resources } = JSON.parse(readFileSync(file, "utf8")) as { readonly resources: readonly Entry[] };
  const named = (wanted: string | undefined): Entry[] => {
    const entry = resources.find((one) => one.name === wanted);
    return entry === undefined ? [] : [...named(entry.parent), entry];
  };
  return named(name).map((entry) => (entry.name === name ? { ...entry, id } : entry));
}
