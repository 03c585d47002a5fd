import { createInterface } from "node:readline/promises";
import { withoutControls } from "#core/problems";

/** Where a person is asked. */
export interface Asking {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal?: AbortSignal;
}

/** Asks whether something is to be done; anything but a yes, and the end of the input, is a no. */
export async function ask(question: string, { input, output, signal }: Asking): Promise<boolean> {
  // No terminal: its line editor would keep Ctrl-C to itself.
  const lines = createInterface({ input, output, terminal: false });
  const asked = lines.question(`${withoutControls(question)} [y/N] `, signal === undefined ? {} : { signal });
  const ended = new Promise<string>((resolve) => {
    lines.once("close", () => {
      resolve("");
    });
  });
  try {
    return /^y(es)?$/i.test((await Promise.race([asked, ended])).trim());
  } finally {
    lines.close();
  }
}
