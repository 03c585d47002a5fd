import { describe, expect, it } from "vitest";
import { NotSignedIn, RolesRefused } from "#cli/jobs";
import { type Ending, exitCodeOf } from "./exit-code-of";

async function ended(work: () => number | Promise<number>, ending: Ending = {}) {
  const said: string[] = [];
  const told = { stderr: { write: (text: string) => said.push(text) }, progress: { clear: () => said.push("clear") } };
  return { code: await exitCodeOf(work, { ...told, ...ending }), said };
}

const failing = (error: unknown) => (): Promise<never> => {
  throw error;
};

describe("a verb's exit code", () => {
  it("is what its work says", async () => {
    expect(await ended(() => 1)).toEqual({ code: 1, said: [] });
  });

  it.each([
    [4, new NotSignedIn("who are you?")],
    [2, new RolesRefused("no such stack")],
    [3, new Error("the engine refused")],
    [3, "thrown bare"],
  ])("is %s after %s, which people are told once the progress is gone", async (code, error) => {
    const text = error instanceof Error ? error.message : error;
    expect(await ended(failing(error))).toEqual({ code, said: ["clear", `${text}\n`] });
  });

  it("is that of a failure that comes later, too", async () => {
    const work = (): Promise<never> => Promise.reject(new Error("not running"));
    expect(await ended(work)).toEqual({ code: 3, said: ["clear", "not running\n"] });
  });

  it("is 130 when it was cancelled, whatever failed by that", async () => {
    const signal = AbortSignal.abort();
    expect(await ended(failing(new Error("aborted")), { signal, whenCancelled: "cancelled; it goes on" })).toEqual({
      code: 130,
      said: ["clear", "cancelled; it goes on\n"],
    });
    expect(await ended(failing(new Error("aborted")), { signal })).toEqual({ code: 130, said: ["clear"] });
  });

  it("comes with lines that no terminal obeys", async () => {
    const { said } = await ended(failing(new Error("one\r\ntwo \u001b[2J")));
    expect(said).toEqual(["clear", "one\ntwo \\u{1b}[2J\n"]);
  });
});
