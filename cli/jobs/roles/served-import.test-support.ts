import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { provisioningUserPolicy, serializePolicy } from "#core/aws/policy";
import { galleryTemplates } from "#core/entra";
import { openAccounts } from "../../../emulators/aws/accounts";
import { createAccessKey, updateAccessKey } from "../../../emulators/aws/state/access-keys";
import { createRole } from "../../../emulators/aws/state/roles";
import { putUserPolicy } from "../../../emulators/aws/state/user-policies";
import { createUser } from "../../../emulators/aws/state/users";
import { federate } from "../../../emulators/aws/testing/federation";
import { seedTenant } from "../../../emulators/entra/seed";
import { instantiateTemplate } from "../../../emulators/entra/state/applications";
import { createSynchronizationJob } from "../../../emulators/entra/state/synchronization/jobs";
import { setSynchronizationSecrets } from "../../../emulators/entra/state/synchronization/secrets";
import { type EmulatedClouds, startEmulatedClouds } from "../emulated-clouds";
import type { RolesOptions, RolesResult } from "./run-roles";

export const accounts = [{ id: "111122223333", name: "Account1" }];

/** How the account differs from one whose import succeeds. */
export interface ServedImport {
  readonly key?: "disabled" | "without permission";
  /** @default true */
  readonly job?: boolean;
}

/** The emulated clouds after a first `pulumi up` in imported mode: roles, a key that may list them, a job at rest. */
export async function serveImport(given: ServedImport = {}) {
  const folder = mkdtempSync(join(tmpdir(), "roles-"));
  const key = prepareAccount(folder, given);
  const clientId = prepareTenant(folder, key, given);
  const clouds = await startEmulatedClouds({ folder, accounts });
  return {
    clouds,
    clientId,
    key,
    run: (runs: readonly Partial<RolesOptions>[], environment: Record<string, string> = {}) =>
      runInChild({ ...clouds.environment, ...environment }, runs),
    close: async () => {
      await clouds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Key {
  readonly id: string;
  readonly secret: string;
}

function prepareAccount(folder: string, given: ServedImport): Key {
  const opened = openAccounts({ folder: join(folder, "accounts"), accounts, now: () => new Date(), newId: randomUUID });
  try {
    const account = opened.find("111122223333");
    if (account === undefined) throw new Error("the account is missing");
    return account.change((draft, invention) => {
      federate(draft, undefined, invention);
      const Federated = "arn:aws:iam::111122223333:saml-provider/EntraID";
      const Action = ["sts:AssumeRoleWithSAML", "sts:TagSession"];
      const Statement = [{ Effect: "Allow", Principal: { Federated }, Action }];
      const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement });
      createRole(draft, { name: "Tagged", trustPolicy }, invention);
      createUser(draft, { name: "entra-provisioning", path: "/" }, invention);
      const user = "entra-provisioning";
      const document = serializePolicy(provisioningUserPolicy());
      if (given.key !== "without permission") putUserPolicy(draft, { user, name: "list", document });
      const made = createAccessKey(draft, { user }, invention);
      if (given.key === "disabled") updateAccessKey(draft, { user, id: made.id, status: "Inactive" });
      return made;
    });
  } finally {
    opened.close();
  }
}

function prepareTenant(folder: string, key: Key, given: ServedImport): string {
  const tenant = seedTenant();
  const step = { now: new Date(), newId: randomUUID };
  const template = { templateId: galleryTemplates.awsSingleAccountAccess.id, displayName: "Contoso's AWS" };
  const { application, servicePrincipal } = instantiateTemplate(tenant, template, step);
  const pairs = [
    { key: "ClientSecret", value: key.id },
    { key: "SecretToken", value: key.secret },
  ];
  const servicePrincipalId = servicePrincipal.id;
  setSynchronizationSecrets(tenant, { servicePrincipalId, pairs });
  if (given.job !== false) createSynchronizationJob(tenant, { servicePrincipalId, templateId: "aws" }, step);
  mkdirSync(join(folder, "tenant"), { mode: 0o700 });
  writeFileSync(join(folder, "tenant", "tenant.json"), JSON.stringify(tenant), { mode: 0o600 });
  return application.appId;
}

/** The stack's config as `readStack` gives it. */
export const stackConfig = (roleMode = "imported", roles: readonly string[] = ["Developer", "Tagged"]) => ({
  "aws:region": "us-east-1",
  "aws:assumeRoles": [{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }],
  "azuread:tenantId": seedTenant().id,
  "entra-aws:account": {
    company: "Contoso",
    account: { id: "111122223333", name: "Account1" },
    roleMode,
    roles: Object.fromEntries(roles.map((name) => [name, {}])),
  },
});

/** What came of one run. */
export interface ChildOutcome {
  readonly result?: RolesResult;
  readonly refused?: { readonly name: string; readonly message: string };
  readonly progress: readonly string[];
}

/** Runs one after another in a process of their own. */
async function runInChild(
  environment: EmulatedClouds["environment"],
  runs: readonly Partial<RolesOptions>[],
): Promise<ChildOutcome[]> {
  const given = runs.map((options) => ({ restart: true, timeout: 30_000, ...options }));
  const script = join(__dirname, "roles-child.test-support.ts");
  const words = ["--import", "tsx", "--conditions=entra-aws-source", script, JSON.stringify(given)];
  const inherited = { PATH: process.env["PATH"] ?? "", HOME: tmpdir() };
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { ...inherited, ...environment },
    timeout: 90_000,
  });
  return JSON.parse(stdout) as ChildOutcome[];
}
