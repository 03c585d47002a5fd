import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

const root = join(__dirname, "../..");

/** What npm would publish; `dist` is there only after a build. */
describe("the npm package", () => {
  let paths: readonly string[];

  beforeAll(async () => {
    const options = ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline", "--no-update-notifier"];
    const { stdout } = await promisify(execFile)("npm", options, { cwd: root, maxBuffer: 1e8 });
    const [tarball] = JSON.parse(stdout) as { files: { path: string }[] }[];
    paths = tarball?.files.map(({ path }) => path) ?? [];
  }, 60_000);

  it("holds the library's door, its sources and its licence", () => {
    const expected = [
      "LICENSE",
      "bin/pulumi-resource-entra-aws",
      "schema/components.schema.json",
      "PulumiPlugin.yaml",
      "README.md",
      "index.ts",
      "package.json",
      "tsconfig.json",
    ];
    expect(expected.filter((file) => !paths.includes(file))).toEqual([]);
    expect(paths.some((path) => path.startsWith("components/"))).toBe(true);
    expect(paths.some((path) => path.startsWith("core/"))).toBe(true);
  });

  it("has a library that is loaded as one file, with every component under its own name", () => {
    const code = readFileSync(join(root, "dist/index.js"), "utf8");
    expect(code.match(/require\("[.#][^"]*"\)/g)).toBeNull();
    const door = createRequire(join(root, "package.json"))("./dist/index.js") as Record<string, { name?: string }>;
    const components = Object.entries(door).filter(([, { name }]) => name !== undefined);
    expect(components.filter(([exported, { name }]) => exported !== name)).toEqual([]);
    expect(components.length).toBeGreaterThan(10);
  });

  it("holds no test", () => {
    expect(paths.filter((path) => /\.test(-support)?\.|(^|\/)test(ing)?\//.test(path))).toEqual([]);
  });

  it("holds nothing from outside of the published folders", () => {
    const tops = new Set(paths.map((path) => path.split("/")[0] ?? ""));
    const published = [
      "LICENSE",
      "PulumiPlugin.yaml",
      "README.md",
      "bin",
      "components",
      "core",
      "dist",
      "index.ts",
      "package.json",
      "policy-packs",
      "reference-data",
      "schema",
      "tsconfig.json",
    ];
    expect([...tops].filter((top) => !published.includes(top))).toEqual([]);
  });

  it("carries no state, key or configuration of anybody", () => {
    expect(paths.filter((path) => /(^|\/)(\.|Pulumi\.)|\.(pem|key|p12|log|env)$/.test(path))).toEqual([]);
  });
});
