import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "./analyze";

/** The flags as the verb reads them; nothing runs. */
function read(...words: string[]): Record<string, unknown> {
  const command = analyze()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parseOptions(words);
  return command.opts();
}

describe("analyze", () => {
  it("reads policy documents from standard input unless it is told otherwise", () => {
    expect(read()).toEqual({});
    expect(read("--file", "lines.jsonl", "--conditional-access", "--summary", "--json")).toEqual({
      file: resolve("lines.jsonl"),
      conditionalAccess: true,
      summary: true,
      json: true,
    });
  });

  it("reads no file by an empty variable of a script", () => {
    expect(() => read("--file", "")).toThrow("a path is needed");
  });
});
