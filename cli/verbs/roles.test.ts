import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { roles } from "./roles";

/** The flags as the verb reads them; nothing runs. */
function read(...words: string[]): Record<string, unknown> {
  const command = roles()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parseOptions(words);
  return command.opts();
}

describe("roles", () => {
  it("restarts the job and waits 45 minutes unless it is told otherwise", () => {
    expect(read()).toEqual({ restart: true, timeout: 45 });
    expect(read("--no-restart", "--timeout", "0.5", "-C", "there")).toEqual({
      cwd: resolve("there"),
      restart: false,
      timeout: 0.5,
    });
  });

  it.each(["0", "-1", "1441", "soon", "", " "])("refuses a timeout of %j minutes", (given) => {
    expect(() => read("--timeout", given)).toThrow("minutes are needed, more than 0 and at most a day's 1440");
  });

  it("takes a day and no more", () => {
    expect(read("--timeout", "1440")).toMatchObject({ timeout: 1440 });
  });

  it("is not in the current folder by an empty variable of a script", () => {
    expect(() => read("--cwd", "")).toThrow("a path is needed");
  });
});
