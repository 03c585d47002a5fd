import { type Engine, type PulumiOutcome, runPulumi } from "#engine";
import { EngineRefused } from "./engine-refused";

/** Where and how `pulumi` runs for one stack. */
export interface StackPlace {
  readonly engine: Engine;
  /** The folder of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  /** @default the selected stack */
  readonly stack?: string;
  /** @default `Pulumi.<stack>.yaml` beside Pulumi.yaml */
  readonly configFile?: string;
  /** @default the process's own, with its `pulumi login` and cloud credentials */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The process's own environment. */
export function callersEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What {@link pulumiInFolder} may be told beside the place. */
export interface PulumiStep {
  readonly args: readonly string[];
  readonly input?: string;
  /** Whether the command takes `--event-log`. @default false */
  readonly events?: boolean;
  /** Whether the command takes `--config-file`. @default false */
  readonly takesConfig?: boolean;
  /** Whether the engine has the caller's terminal. @default false */
  readonly interactive?: boolean;
}

/** Runs one `pulumi` command for the stack, to its end, whatever that is. */
export function pulumiInFolder(place: StackPlace, step: PulumiStep): Promise<PulumiOutcome> {
  const config = step.takesConfig && place.configFile !== undefined ? ["--config-file", place.configFile] : [];
  const stack = place.stack === undefined ? [] : ["--stack", place.stack];
  return runPulumi({
    engine: place.engine,
    cwd: place.folder,
    env: place.env ?? callersEnvironment(),
    args: [...step.args, ...stack, ...config],
    events: step.events,
    input: step.input,
    interactive: step.interactive,
    signal: place.signal,
  });
}

/** What one `pulumi` command prints. @throws EngineRefused when it fails */
export async function pulumiOutput(place: StackPlace, step: PulumiStep): Promise<string> {
  const outcome = await pulumiInFolder(place, step);
  if (!outcome.succeeded) {
    throw new EngineRefused(step.args.filter((word) => !word.startsWith("-")).join(" "), outcome);
  }
  return outcome.stdout;
}
