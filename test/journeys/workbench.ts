import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type EmulatedClouds, startEmulatedClouds } from "#cli/jobs";
import { type Engine, type PulumiOutcome, findEngine, hermeticEnvironment, projectRoot, runPulumi } from "#engine";

/** A stack's config file, as an object: `{ "aws:region": "us-east-1", "entra-aws:account": {…} }`. */
export type StackConfig = Readonly<Record<string, unknown>>;

/** Two emulated clouds, a real engine and an empty backend, all in one folder that goes with it. */
export interface Workbench {
  readonly clouds: EmulatedClouds;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Writes a stack's config, makes the stack when it is new, and sets `secrets` in it. */
  configure(
    stack: string,
    config: StackConfig,
    secrets?: Readonly<Record<string, string>>,
    program?: string,
  ): Promise<void>;
  /** Runs `pulumi` in `program`'s folder for a configured stack. @default program the account stack */
  pulumi(stack: string, args: readonly string[], program?: string): Promise<PulumiOutcome>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  readonly accounts?: Parameters<typeof startEmulatedClouds>[0]["accounts"];
  readonly now?: () => Date;
  readonly tenant?: Parameters<typeof startEmulatedClouds>[0]["tenant"];
  /** Folders that come first on PATH, such as that of another language's host. */
  readonly path?: readonly string[];
  readonly switches?: Parameters<typeof startEmulatedClouds>[0]["switches"];
  readonly faults?: Parameters<typeof startEmulatedClouds>[0]["faults"];
  /** Is told where the clouds will live, before they do: what it writes there is what they find. */
  readonly prepare?: (cloudsFolder: string) => void;
}

export const exampleAccounts = [
  { id: "111122223333", name: "Account1" },
  { id: "444455556666", name: "Account2" },
] as const;

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-journey-"));
  const engine = await findEngine(() => undefined);
  options.prepare?.(join(folder, "clouds"));
  const clouds = await startEmulatedClouds({
    ...options,
    folder: join(folder, "clouds"),
    accounts: options.accounts ?? exampleAccounts,
  });
  const hermetic = hermeticEnvironment(engine, folder, {
    passphrase: "a journey's own",
    providers: { aws: clouds.accounts.providerPort, azuread: clouds.tenant.providerPort },
  });
  const env = { ...hermetic, PATH: [...(options.path ?? []), hermetic["PATH"] ?? ""].join(delimiter) };
  const configs = join(folder, "config");
  mkdirSync(configs);
  const configOf = (stack: string): string => join(configs, `Pulumi.${stack}.yaml`);
  const made = new Set<string>();

  const pulumi: Workbench["pulumi"] = (stack, args, program = projectRoot()) => {
    const deploys = ["preview", "up", "refresh", "destroy", "import"].includes(args[0] ?? "");
    const config = deploys ? ["--config-file", configOf(stack)] : [];
    // What does not deploy runs beside the copies: in the clone it would write how secrets are encrypted.
    const cwd = deploys ? program : configs;
    return runPulumi({ engine, env, cwd, args: [...args, "--stack", stack, ...config], events: deploys });
  };

  const configure: Workbench["configure"] = async (stack, config, secrets = {}, program = projectRoot()) => {
    const run = (args: readonly string[], input?: string): Promise<PulumiOutcome> =>
      runPulumi({ engine, env, cwd: configs, args, ...(input === undefined ? {} : { input }) }).then(succeeded);
    // A stack belongs to the project in whose folder it is made.
    writeFileSync(join(configs, "Pulumi.yaml"), readFileSync(join(program, "Pulumi.yaml"), "utf8"));
    if (!made.has(stack)) {
      await run(["stack", "init", stack, "--no-select"]);
      made.add(stack);
    }
    const salt = /^encryptionsalt: (.*)$/m.exec(readFileSync(configOf(stack), "utf8"))?.[1];
    // JSON is YAML; the salt stays, or the stack's secrets could no longer be read.
    writeFileSync(configOf(stack), JSON.stringify({ config, encryptionsalt: salt }));
    for (const [key, value] of Object.entries(secrets)) {
      await run(["config", "set", "--secret", "--stack", stack, "--config-file", configOf(stack), key], value);
    }
  };

  return {
    clouds,
    engine,
    env,
    folder,
    configure,
    pulumi,
    close: async () => {
      await clouds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The outcome, or an error with what the engine said. */
export function succeeded(outcome: PulumiOutcome): PulumiOutcome {
  if (!outcome.succeeded) {
    const said = outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    throw new Error(said.join("\n") || outcome.stderr || outcome.stdout);
  }
  return outcome;
}

/**
 * What the engine did in the clouds, without what it left the same: `["create azuread:index/group:Group"]`, sorted.
 * A component is in no cloud.
 */
export function changesOf(outcome: PulumiOutcome): string[] {
  return outcome.steps
    .filter(({ operation, type }) => !["same", "read"].includes(operation) && !type.startsWith("entra-aws:"))
    .map(({ operation, type }) => `${operation} ${type}`)
    .sort();
}
