import { type Engine, findEngine } from "#engine";
import { type StackPlace, pulumiOutput } from "./pulumi-in-folder";

/** What a verb needs to know of a stack. */
export interface StackSettings {
  readonly engine: Engine;
  readonly project: string;
  /** The stack's own name, without organization and project. */
  readonly stack: string;
  readonly folder: string;
  /** By qualified key, such as `entra-aws:account`; objects and lists as such, other values as text. Secrets are absent. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Of the last run; of a secret one only that there is one, as `[secret]`. Empty when nothing was deployed yet. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface ReadStackOptions {
  /** @default the selected stack */
  readonly stack?: string;
  /** The folder of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  /** @default `Pulumi.<stack>.yaml` beside Pulumi.yaml */
  readonly configFile?: string;
  /** @default the process's own, with its `pulumi login` */
  readonly env?: Readonly<Record<string, string>>;
  /** Is told what goes on while an engine is built. */
  readonly report?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a stack's settings by the engine, in the caller's environment; nothing is changed.
 *
 * @throws EngineRefused without a stack of this name, a project or a login; EngineUnavailable
 */
export async function readStack(options: ReadStackOptions): Promise<StackSettings> {
  const { report = (): void => undefined, ...rest } = options;
  const engine = await findEngine(report, options.signal === undefined ? {} : { signal: options.signal });
  const place: StackPlace = { engine, ...rest };
  const { project, stack } = await stackName(place);
  const [config, outputs] = await Promise.all([
    pulumiOutput(place, { args: ["config", "--json"], takesConfig: true }),
    pulumiOutput(place, { args: ["stack", "output", "--json"] }),
  ]);
  return {
    engine,
    project,
    stack,
    folder: options.folder,
    config: plainValues(JSON.parse(config) as Record<string, ConfigValue>),
    outputs: JSON.parse(outputs) as Record<string, unknown>,
  };
}

/** A stack's project and name, of which the caller may have given neither. @throws EngineRefused */
export async function stackName(place: StackPlace): Promise<{ readonly project: string; readonly stack: string }> {
  const args = ["stack", "--show-name", "--fully-qualify-stack-names"];
  const qualified = (await pulumiOutput(place, { args })).trim();
  const [stack = "", project = ""] = qualified.split("/").reverse();
  return { project, stack };
}

/** As `pulumi config --json` prints it; a secret has neither value. */
interface ConfigValue {
  readonly value?: string;
  readonly objectValue?: unknown;
  readonly secret: boolean;
}

function plainValues(config: Readonly<Record<string, ConfigValue>>): Record<string, unknown> {
  const plain = Object.entries(config).filter(([, { secret }]) => !secret);
  return Object.fromEntries(plain.map(([key, { value, objectValue }]) => [key, objectValue ?? value]));
}
