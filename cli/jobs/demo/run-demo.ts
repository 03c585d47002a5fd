import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Engine, findEngine, hermeticEnvironment } from "#engine";
import { startEmulatedClouds } from "../emulated-clouds";
import { type AccountUp, deployAccount } from "./deploy-account";
import { type SignInProof, proveSignIn } from "./prove-sign-in";
import { accounts, signIns } from "./scenario";
import { demoSecrets } from "./secrets";

export interface DemoOptions {
  /** Keeps clouds, stacks and configs between runs; an absolute path. */
  readonly folder: string;
  /** Ends the run between two of its parts, and a running engine as Ctrl-C does; the promise is then rejected. */
  readonly signal?: AbortSignal;
}

/** What happened, as it happens: a progress line, or a finished part. */
export type DemoEvent =
  | { readonly kind: "progress"; readonly text: string }
  | { readonly kind: "engine"; readonly engine: Engine }
  | { readonly kind: "clouds"; readonly domain: string; readonly accounts: typeof accounts }
  | { readonly kind: "up"; readonly up: AccountUp }
  | { readonly kind: "sign-in"; readonly proof: SignInProof };

export interface DemoResult {
  readonly ups: readonly AccountUp[];
  readonly proofs: readonly SignInProof[];
  /** Whether every sign-in and call came out as the scenario says. */
  readonly asExpected: boolean;
}

/**
 * The main job, whole: engine, emulated clouds, the account stack for each account, and people's sign-ins as its proof.
 * What was started is ended, however this ends.
 */
export async function runDemo(options: DemoOptions, tell: (event: DemoEvent) => void): Promise<DemoResult> {
  const { signal } = options;
  const report = (text: string): void => {
    tell({ kind: "progress", text });
  };
  const engine = await findEngine(report, signal === undefined ? {} : { signal });
  tell({ kind: "engine", engine });
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const clouds = await startEmulatedClouds({ folder: join(options.folder, "clouds"), accounts });
  try {
    tell({ kind: "clouds", domain: clouds.tenant.domain, accounts });
    const secrets = demoSecrets(options.folder);
    const env = hermeticEnvironment(engine, options.folder, {
      passphrase: secrets.passphrase,
      providers: { aws: clouds.accounts.providerPort, azuread: clouds.tenant.providerPort },
    });
    const ups: AccountUp[] = [];
    for (const account of accounts) {
      tell({ kind: "progress", text: `pulumi up  ${account.stack}` });
      const up = await deployAccount({ engine, env, clients: clouds.environment, secrets, ...options }, account);
      ups.push(up);
      tell({ kind: "up", up });
    }
    const proofs: SignInProof[] = [];
    for (const signIn of signIns) {
      signal?.throwIfAborted();
      tell({ kind: "progress", text: `${signIn.user} signs in` });
      const proof = await proveSignIn({ clouds, secrets, ups }, signIn);
      proofs.push(proof);
      tell({ kind: "sign-in", proof });
    }
    return { ups, proofs, asExpected: proofs.every((proof) => proof.asExpected) };
  } finally {
    await clouds.close();
  }
}
