import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { ask } from "./ask";

function asking(answer: string | undefined, signal?: AbortSignal) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  if (answer !== undefined) {
    input.end(answer);
  }
  return { answered: ask("Remove \u001b[2J it?", { input, output, signal }), output };
}

describe("a question", () => {
  it.each(["y\n", "Y\n", "yes\n", " yes \n"])("is answered yes by %j", async (answer) => {
    expect(await asking(answer).answered).toBe(true);
  });

  it.each(["n\n", "\n", "yesterday\n", ""])("is answered no by %j", async (answer) => {
    expect(await asking(answer).answered).toBe(false);
  });

  it("is shown with what a no is, and without what a terminal would obey", async () => {
    const { answered, output } = asking("n\n");
    await answered;
    expect(String(output.read())).toBe("Remove \\u{1b}[2J it? [y/N] ");
  });

  it("is no longer asked when it is cancelled", async () => {
    const cancel = new AbortController();
    const { answered } = asking(undefined, cancel.signal);
    cancel.abort();
    await expect(answered).rejects.toThrow("aborted");
  });
});
