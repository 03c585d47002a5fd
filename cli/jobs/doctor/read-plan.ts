import { readStack, type StackSettings } from "../stack/read-stack";
import { planAccount, type PlannedAccount } from "./planned-account";

/** Which stack, and where. */
export interface StackToRead {
  /** The folder of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  /** @default the selected stack */
  readonly stack?: string;
  /** @default `Pulumi.<stack>.yaml` beside Pulumi.yaml */
  readonly configFile?: string;
  readonly signal?: AbortSignal;
}

/** The stack's settings, and what they amount to. @throws UnreadableConfig, EngineRefused */
export async function readPlan(
  { folder, stack, configFile, signal }: StackToRead,
  progress: (text: string) => void,
): Promise<{ settings: StackSettings; plan: PlannedAccount }> {
  progress("reading the stack");
  const settings = await readStack({
    folder,
    report: progress,
    ...(stack === undefined ? {} : { stack }),
    ...(configFile === undefined ? {} : { configFile }),
    ...(signal === undefined ? {} : { signal }),
  });
  return { settings, plan: planAccount(settings) };
}
