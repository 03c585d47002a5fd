import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../cli/program";

const root = join(__dirname, "../..");

/** Commands that do something, each as its path of words. */
function leaves(command: Command, path: readonly string[] = []): { path: string; command: Command }[] {
  if (command.commands.length === 0) return [{ path: path.join("/"), command }];
  return command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
}

const verbs = leaves(createProgram());

describe("verbs", () => {
  it("have their command's path as their file's path", () => {
    const files = readdirSync(join(root, "cli/verbs"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("index.ts"))
      .map((file) => file.replace(/\.ts$/, ""));
    expect(verbs.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it.each(verbs)("$path says what it does, and can answer a script", ({ command }) => {
    expect(command.description()).toMatch(/^[a-z].{20,}[^.]$/);
    expect(command.options.map(({ long }) => long)).toContain("--json");
  });
});
