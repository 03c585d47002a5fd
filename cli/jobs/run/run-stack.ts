import { type Engine, type PulumiOutcome, findEngine, mendBackend } from "#engine";
import { type StackPlace, pulumiInFolder } from "../stack/pulumi-in-folder";
import { stackName } from "../stack/read-stack";
import type { Decisions, Recovery } from "./recovery";
import { recoverStack } from "./recover-stack";
import { locksOfTheGone, loggedInBackend } from "./locks-of-the-gone";

export interface RunOptions {
  /** The folder of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  /** @default the selected stack */
  readonly stack?: string;
  /** @default `Pulumi.<stack>.yaml` beside Pulumi.yaml */
  readonly configFile?: string;
  /** Whether everything is to be removed. @default false */
  readonly destroy?: boolean;
  /** The folder of a policy pack that judges the run. @default none */
  readonly policyPack?: string;
  /** Whether another run is waited for. @default false, it is refused */
  readonly wait?: boolean;
  /** Whether the engine shows its preview in the caller's terminal and asks there. @default false */
  readonly interactive?: boolean;
  /** Asked before something is removed from a cloud that an interrupted run made. @default it is removed */
  readonly consent?: (question: string) => Promise<boolean>;
  /** What the caller knows of an interrupted run's creates. @default nothing */
  readonly decisions?: Decisions;
  readonly signal?: AbortSignal;
}

/** What happened, as it happens. */
export type RunEvent =
  { readonly kind: "progress"; readonly text: string } | { readonly kind: "recovered"; readonly recovery: Recovery };

export interface RunResult {
  readonly project: string;
  readonly stack: string;
  readonly operation: "up" | "destroy";
  readonly recovery: Recovery;
  readonly outcome: PulumiOutcome;
}

/**
 * A stack's `pulumi up` or `pulumi destroy` in the caller's environment, after what an interrupted run left has been put
 * in order. A failing engine is an outcome.
 *
 * @throws StackHeld, RecoveryRefused, NotSignedIn, EngineRefused, EngineUnavailable
 */
export async function runStack(options: RunOptions, tell: (event: RunEvent) => void): Promise<RunResult> {
  const report = (text: string): void => {
    tell({ kind: "progress", text });
  };
  const { signal, wait = false, consent, decisions = { adopt: new Map(), notMade: new Set() } } = options;
  const engine = await findEngine(report, signal === undefined ? {} : { signal });
  const unnamed = placeOf(options, engine);
  const backend = await loggedInBackend(unnamed);
  if (backend !== undefined) {
    mendBackend(backend, new Date());
  }
  const name = await stackName(unnamed);
  // What was found is meant from here on, whatever is selected meanwhile.
  const place = { ...unnamed, stack: options.stack ?? name.stack };
  const stack = { ...name, backend };
  const operation = options.destroy === true ? "destroy" : "up";
  for (;;) {
    const recovery = await recoverStack(place, stack, { wait, report, decisions, consent });
    tell({ kind: "recovered", recovery });
    report(`pulumi ${operation}  ${name.stack}`);
    const outcome = await deploy(place, operation, options);
    if (outcome.succeeded || !isLocked(outcome)) {
      return { ...name, operation, recovery, outcome };
    }
    // Somebody began in the same moment: waited for, or named.
    await locksOfTheGone(stack, { wait, report, signal });
    if (!wait || stack.backend === undefined) {
      return { ...name, operation, recovery, outcome };
    }
  }
}

function placeOf(options: RunOptions, engine: Engine): StackPlace {
  const { folder, stack, configFile, signal } = options;
  return { engine, folder, stack, configFile, signal };
}

function deploy(place: StackPlace, operation: "up" | "destroy", options: RunOptions): Promise<PulumiOutcome> {
  const pack = operation === "up" && options.policyPack !== undefined ? ["--policy-pack", options.policyPack] : [];
  const isInteractive = options.interactive === true;
  return pulumiInFolder(place, {
    args: [operation, ...(isInteractive ? [] : ["--yes"]), ...pack],
    events: true,
    takesConfig: true,
    interactive: isInteractive,
  });
}

/** As checkForLock in pulumi's backend/diy/lock.go says it. */
function isLocked({ stderr, stdout }: PulumiOutcome): boolean {
  return `${stderr}${stdout}`.includes("the stack is currently locked by");
}
