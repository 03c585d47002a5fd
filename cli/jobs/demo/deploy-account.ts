import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, type PulumiOutcome, mendBackend, projectRoot, runPulumi } from "#engine";
import { rules } from "#policy-packs/rules";
import type { Recovery } from "../run/recovery";
import { isInterrupted } from "../run/is-interrupted";
import { runInChild } from "../run/run-in-child";
import { type DemoAccount, accounts, testUsers } from "./scenario";
import type { DemoSecrets } from "./secrets";
/** One account's finished `pulumi up`. */
export interface AccountUp {
  readonly account: DemoAccount;
  readonly outcome: PulumiOutcome;
  /** What an interrupted run had left and was put in order first; absent when there was nothing. */
  readonly recovery?: Recovery;
  /** How many rules of the policy pack judged it. */
  readonly rules: number;
  /** The stack's outputs; of a secret one only that there is one, as `[secret]`. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** What {@link deployAccount} works with. */
export interface Deployment {
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  /** Variables by which genuine clients reach the emulated clouds. */
  readonly clients: Readonly<Record<string, string>>;
  /** Keeps the runner's copies of the stacks' configs, so that the clone stays clean. */
  readonly folder: string;
  readonly secrets: DemoSecrets;
  readonly signal?: AbortSignal;
}

/** The engine refused a step of the demonstration; the message is what it said. */
export class DeploymentFailed extends Error {
  override readonly name = "DeploymentFailed";

  constructor(account: DemoAccount, step: string, outcome: PulumiOutcome, folder: string) {
    const said = outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    super(
      `pulumi ${step} of ${account.stack} failed:\n${said.join("\n") || outcome.stderr || outcome.stdout}\n` +
        `Clouds and stacks are kept in ${folder}; without that folder the next run starts afresh.`,
    );
  }
}

/** Runs the real `pulumi up` of the account stack, with the policy pack on, for one account of the example. */
export async function deployAccount(deployment: Deployment, account: DemoAccount): Promise<AccountUp> {
  const backend = join(deployment.folder, "backend");
  mendBackend(backend, new Date());
  const config = await prepareConfig(deployment, account);
  const pack = join(projectRoot(), "policy-packs", "entra-aws");
  const flags = ["--stack", account.stack, "--config-file", config, "--policy-pack", pack];
  const { outcome, recovery } = isInterrupted(backend, "entra-aws", account.stack)
    ? await recoverAndUp(deployment, account, flags)
    : { outcome: await step(deployment, account, ["up", "--yes", ...flags]) };
  // In the copies' folder: beside the clone's own config it would write there how secrets are encrypted.
  const shown = await step(deployment, account, ["stack", "output", "--json", "--stack", account.stack], {
    cwd: join(deployment.folder, "config"),
  });
  const outputs = JSON.parse(shown.stdout) as Record<string, unknown>;
  return { account, outcome, ...(recovery && { recovery }), rules: rules.length, outputs };
}

/** `entra-aws run`, which puts in order what a run left that was killed. */
async function recoverAndUp(
  deployment: Deployment,
  account: DemoAccount,
  flags: readonly string[],
): Promise<{ outcome: PulumiOutcome; recovery?: Recovery }> {
  const { env, clients, signal, folder } = deployment;
  const { outcome, recovery } = await runInChild({ args: flags, env: { ...env, ...clients }, signal });
  if (!outcome.succeeded) {
    throw new DeploymentFailed(account, "up", outcome, folder);
  }
  return { outcome, recovery };
}

const encryptionSalt = /^encryptionsalt:.*$/m;

/** Makes the stack and the runner's own copy of its config, with the test users' passwords as secrets. */
async function prepareConfig(deployment: Deployment, account: DemoAccount): Promise<string> {
  const folder = join(deployment.folder, "config");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(join(projectRoot(), "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
  const name = `Pulumi.${account.stack}.yaml`;
  const config = join(folder, name);
  const salt = existsSync(config) ? (encryptionSalt.exec(readFileSync(config, "utf8"))?.[0] ?? "") : "";
  // A salt of the clone's own belongs to another passphrase.
  const committed = readFileSync(join(projectRoot(), name), "utf8").replace(encryptionSalt, "");
  writeFileSync(config, `${committed}${salt}\n`, { mode: 0o600 });

  const stack = join(deployment.folder, "backend", ".pulumi", "stacks", "entra-aws", `${account.stack}.json`);
  if (!existsSync(stack)) {
    await step(deployment, account, ["stack", "init", account.stack, "--no-select"], { cwd: folder });
  }
  if (account === accounts[0]) {
    const passwords = Object.fromEntries(testUsers.map((user) => [user, deployment.secrets.passwordOf(user)]));
    const set = ["config", "set", "--secret", "--stack", account.stack, "--config-file", config];
    // On standard input, where no list of processes shows it.
    await step(deployment, account, [...set, "entra-aws:testUserPasswords"], { input: JSON.stringify(passwords) });
  }
  return config;
}

async function step(
  deployment: Deployment,
  account: DemoAccount,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): Promise<PulumiOutcome> {
  const outcome = await runPulumi({
    engine: deployment.engine,
    env: deployment.env,
    cwd: projectRoot(),
    args,
    events: args[0] === "up",
    ...options,
    ...(deployment.signal === undefined ? {} : { signal: deployment.signal }),
  });
  if (!outcome.succeeded) {
    throw new DeploymentFailed(account, args.slice(0, 2).join(" "), outcome, deployment.folder);
  }
  return outcome;
}
