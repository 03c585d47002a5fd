import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { renderEnvironment } from "./environment-lines";

/** What a shell makes of the lines. */
function evaluated(lines: string, name: string): string {
  return execFileSync("sh", ["-c", `${lines}\nprintf %s "$${name}"`], { encoding: "utf8", env: { PATH: "/bin" } });
}

describe("environment lines", () => {
  it.each([
    ["plain text", "http://127.0.0.1:4000"],
    ["what a shell would run", "$(touch /tmp/x) `id` ; rm -rf / & | > <"],
    ["quotes of both kinds", `it's "quoted"`],
    ["line breaks and backslashes", "one\ntwo\\three"],
  ])("give a shell %s as it stands", (_what, value) => {
    expect(evaluated(renderEnvironment({ VALUE: value }), "VALUE")).toBe(value);
  });

  it("put a folder before the shell's own PATH", () => {
    expect(evaluated(renderEnvironment({ PATH: "/opt/engine" }), "PATH")).toBe("/opt/engine:/bin");
  });
});
