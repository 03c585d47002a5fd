import { findRunningEmulator, type RunningEmulator } from "./running-emulator";

/** No emulator serves from the folder. */
export class NoEmulator extends Error {
  override readonly name = "NoEmulator";

  constructor(folder: string) {
    super(`No emulator serves from ${folder}. Start one: entra-aws emulator start --state ${JSON.stringify(folder)}`);
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
export async function order<Answer>(folder: string, what: "tick" | "reset", signal?: AbortSignal): Promise<Answer> {
  const { url, token } = runningEmulator(folder);
  const answer = await fetch(new URL(what, url), {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    ...(signal === undefined ? {} : { signal }),
  });
  const body = (await answer.json()) as { error?: string };
  if (!answer.ok) throw new Error(body.error ?? `The emulator answered with status ${answer.status}.`);
  return body as Answer;
}
