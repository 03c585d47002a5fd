import { shellCommand } from "../run/shell-command";
import { findRunningEmulator, type RunningEmulator } from "./running-emulator";

/** No emulator serves from the folder. */
export class NoEmulator extends Error {
  override readonly name = "NoEmulator";

  constructor(folder: string) {
    const command = shellCommand(["npx", "entra-aws", "emulator", "start", "--state", folder]);
    super(`No emulator serves from ${folder}. Start one: ${command}`);
  }
}

/** @throws NoEmulator */
export function runningEmulator(folder: string): RunningEmulator {
  const emulator = findRunningEmulator(folder);
  if (emulator === undefined) throw new NoEmulator(folder);
  return emulator;
}

/**
 * Gives a running emulator an order and returns its answer.
 *
 * @throws NoEmulator, or what the emulator said when it could not do it
 */
export async function order<Answer>(folder: string, what: "tick" | "reset"): Promise<Answer> {
  const { pid, url, token } = runningEmulator(folder);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(what, url), { method: "POST", headers }).catch((error: unknown) => {
    throw new Error(`Process ${pid}, which serves the emulator in ${folder}, does not answer.`, { cause: error });
  });
  const body = (await answer.json()) as { error?: string };
  if (!answer.ok) throw new Error(body.error ?? `The emulator answered with status ${answer.status}.`);
  return body as Answer;
}
