import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { demo } from "./demo";

/** The flags as the verb reads them; nothing runs. */
function read(...words: string[]): Record<string, unknown> {
  const command = demo()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parseOptions(words);
  return command.opts();
}

describe("demo --state", () => {
  it("is absolute from here on, for the engine runs in other folders", () => {
    expect(read("--state", "my state")).toEqual({ state: resolve("my state") });
    expect(read("--state", "/tmp/state")).toEqual({ state: "/tmp/state" });
  });

  it("is not the current folder by an empty variable of a script", () => {
    expect(() => read("--state", "")).toThrow("a path is needed");
  });
});
