import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#engine";

const run = promisify(execFile);

/** What a copy of the house needs to be changed and tested. */
const rooms = [
  "cli",
  "components",
  "core",
  "docs",
  "emulators",
  "engine",
  "examples",
  "index.ts",
  "package.json",
  "plugin",
  "policy-packs",
  "reference-data",
  "stacks",
  "test",
  "tools",
  "tsconfig.json",
  "tsconfig.tests.json",
  "vitest.config.mts",
];

describe("npm run new", () => {
  let copy: string;
  const npm = (...words: string[]) => run("npm", ["run", "--silent", "new", "--", ...words], { cwd: copy });
  const vitest = (...files: string[]) =>
    run(join(copy, "node_modules/.bin/vitest"), ["run", "--project", "unit", ...files], { cwd: copy });

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "entra-aws-new-"));
    for (const room of rooms) {
      cpSync(join(projectRoot(), room), join(copy, room), { recursive: true });
    }
    symlinkSync(join(projectRoot(), "node_modules"), join(copy, "node_modules"));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it("makes a rule that its own tests and the contract of rules accept", async () => {
    await npm("rule", "roles-say-what-for");
    await vitest("policy-packs/rules/roles-say-what-for", "test/house/rules.test.ts");
  });

  it("makes an operation that the genuine client can call", async () => {
    await npm("operation", "ListGroups");
    await vitest("emulators/aws/http/list-groups.test.ts");
  });

  it("makes a component with test, export and docs, and all of it compiles", async () => {
    await npm("component", "aws/audit-policy");
    await vitest("components/aws/audit-policy.test.ts", "test/house/docs-code.test.ts");
    await run(
      process.execPath,
      [join(copy, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.tests.json"],
      { cwd: copy },
    );
  });

  it("refuses a name that is taken, and leaves everything as it was", async () => {
    const list = (): string => readFileSync(join(copy, "policy-packs/rules/index.ts"), "utf8");
    const before = list();
    await expect(npm("rule", "naming-groups")).rejects.toThrow(
      "policy-packs/rules/naming-groups/rule.ts is there already",
    );
    expect(list()).toBe(before);
  });

  it("refuses what it cannot make, by saying what it can", async () => {
    await expect(npm("verb", "x")).rejects.toThrow("component|operation|rule");
    await expect(npm("operation", "ListMoonbeams")).rejects.toThrow("has no operation ListMoonbeams");
    await expect(npm("rule", "../escape")).rejects.toThrow("A rule has a name such as");
  });
});
