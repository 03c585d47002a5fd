import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(__dirname, "../..");

/** A small house in which each rule is broken, among files that keep them. */
const planted: Readonly<Record<string, string>> = {
  "index.ts": `export const library = 1;`,
  "core/aws/index.ts": `export { table } from "./table";`,
  "core/aws/table.ts": `export const table = 1;`,
  "core/aws/reads-a-file.ts": `import "node:fs";`,
  "core/aws/digests.ts": `import "node:crypto";`,
  "core/aws/uses-pulumi.ts": `import type {} from "@pulumi/pulumi";`,
  "core/aws/looks-up.ts": `import "../../components/role";`,
  "core/entra/index.ts": `export { table } from "../aws/table";`,
  "core/saml/index.ts": `export { table } from "#core/aws";`,
  "components/role.ts": `import type { table } from "../core/aws/index";\nexport type Role = typeof table;`,
  "components/opens-a-drawer.ts": `import "../core/aws/table";`,
  "components/starts-a-process.ts": `import "node:child_process";`,
  "components/imports-a-test.ts": `import "./role.test";`,
  "components/starts-a-cloud.ts": `import "../emulators/aws/index";`,
  "components/uses-a-tool.ts": `import "fast-check";`,
  "components/is-misspelt.ts": `import "./rol";`,
  "components/role.test.ts": `import "node:child_process";\nimport "vitest";\nimport "../emulators/aws/index";`,
  "components/role.test-support.ts": `import "vitest";`,
  "components/uses-test-support.ts": `import "./role.test-support";`,
  "plugin/main.ts": `import "../index";`,
  "plugin/side-door.ts": `import "../components/role";`,
  "components/ring-one.ts": `import type { Two } from "./ring-two";\nexport type One = Two[];`,
  "components/ring-two.ts": `import type { One } from "./ring-one";\nexport type Two = One | 1;`,
  "stacks/account/index.ts": `import "entra-aws";`,
  "stacks/account/side-door.ts": `import "../../components/role";`,
  "stacks/account/starts-a-cloud.ts": `import "../../emulators/aws/index";`,
  "emulators/wire/index.ts": `import "#core/aws";`,
  "emulators/aws/index.ts": `import "../entra/index";\nimport "../wire/index";`,
  "emulators/aws/state.ts": `import "../../components/role";`,
  "emulators/entra/index.ts": `import "@pulumi/azuread";`,
  "policy-packs/rules/index.ts": `import "@pulumi/policy";\nimport "#core/aws";`,
  "policy-packs/rules/reads-a-file.ts": `import "node:fs";\nimport "../../components/role";`,
  "policy-packs/waivers/index.ts": `import "../facts/judges";`,
  "policy-packs/facts/judges.ts": `import "../rules/index";`,
  "reference-data/index.ts": `import "node:fs";\nimport "../policy-packs/rules/index";`,
  "policy-packs/entra-aws/pack.ts": `import "@pulumi/policy";\nimport "../rules/index";\nimport "../../core/aws/index";`,
  "engine/index.ts": `import "node:child_process";`,
  "engine/cache.ts": `import "../components/role";\nimport "@pulumi/aws";`,
  "cli/jobs/index.ts": `import "node:child_process";\nimport "#engine";\nimport "../../emulators/aws/index";`,
  "cli/jobs/knows-a-verb.ts": `import "../verbs/up";`,
  "cli/jobs/opens-a-drawer.ts": `import "../../engine/cache";\nimport "../../emulators/aws/state";`,
  "cli/report/index.ts": `import "node:fs";\nimport "../jobs/index";`,
  "cli/report/knows-results.ts": `import type {} from "../jobs/index";`,
  "cli/verbs/up.ts": `import "#engine";\nimport "../jobs/index";`,
  "cli/verbs/starts-a-cloud.ts": `import "../../emulators/aws/index";`,
};

const refusals: readonly (readonly [rule: string, from: string, to: string])[] = [
  ["clouds-meet-over-http-only", "emulators/aws/index.ts", "emulators/entra/index.ts"],
  ["clouds-are-entered-by-their-doors", "cli/jobs/opens-a-drawer.ts", "emulators/aws/state.ts"],
  ["command-line-imports-no-provider", "engine/cache.ts", "@pulumi/aws"],
  ["components-rest-on-core", "components/starts-a-cloud.ts", "emulators/aws/index.ts"],
  ["core-is-entered-by-its-doors", "components/opens-a-drawer.ts", "core/aws/table.ts"],
  ["core-is-pure", "core/aws/reads-a-file.ts", "fs"],
  ["core-stands-alone", "core/aws/looks-up.ts", "components/role.ts"],
  ["core-uses-pure-packages", "core/aws/uses-pulumi.ts", "@pulumi/pulumi"],
  ["emulated-clouds-are-started-at-the-top", "components/starts-a-cloud.ts", "emulators/aws/index.ts"],
  ["emulated-clouds-are-started-at-the-top", "stacks/account/starts-a-cloud.ts", "emulators/aws/index.ts"],
  ["emulated-clouds-do-not-use-what-they-judge", "emulators/entra/index.ts", "@pulumi/azuread"],
  ["emulated-clouds-rest-on-core", "emulators/aws/state.ts", "components/role.ts"],
  ["engine-is-entered-by-its-door", "cli/jobs/opens-a-drawer.ts", "engine/cache.ts"],
  ["engine-rests-on-core", "engine/cache.ts", "components/role.ts"],
  ["everything-resolves", "components/is-misspelt.ts", "./rol"],
  ["facts-rest-on-core", "policy-packs/facts/judges.ts", "policy-packs/rules/index.ts"],
  ["jobs-know-no-verb", "cli/jobs/knows-a-verb.ts", "cli/verbs/up.ts"],
  ["neighbours-in-core-use-doors-too", "core/entra/index.ts", "core/aws/table.ts"],
  ["no-circle", "components/ring-one.ts", "components/ring-two.ts"],
  ["only-jobs-and-engine-start-processes", "components/starts-a-process.ts", "child_process"],
  ["programs-use-the-public-door", "stacks/account/side-door.ts", "components/role.ts"],
  ["programs-use-the-public-door", "stacks/account/starts-a-cloud.ts", "emulators/aws/index.ts"],
  ["reference-data-rests-on-core", "reference-data/index.ts", "policy-packs/rules/index.ts"],
  ["reports-print-results", "cli/report/index.ts", "cli/jobs/index.ts"],
  ["reports-touch-nothing", "cli/report/index.ts", "fs"],
  ["rules-know-no-pulumi", "policy-packs/rules/index.ts", "@pulumi/policy"],
  ["rules-rest-on-core", "policy-packs/rules/reads-a-file.ts", "components/role.ts"],
  ["rules-touch-nothing", "policy-packs/rules/reads-a-file.ts", "fs"],
  ["sources-import-no-test", "components/imports-a-test.ts", "components/role.test.ts"],
  ["sources-import-no-test", "components/uses-test-support.ts", "components/role.test-support.ts"],
  ["sources-use-declared-packages", "components/uses-a-tool.ts", "fast-check"],
  ["the-pack-is-a-face", "policy-packs/entra-aws/pack.ts", "core/aws/index.ts"],
  ["the-plugin-serves-the-public-door", "plugin/side-door.ts", "components/role.ts"],
  ["verbs-go-through-jobs", "cli/verbs/starts-a-cloud.ts", "emulators/aws/index.ts"],
  ["waivers-rest-on-rules", "policy-packs/waivers/index.ts", "policy-packs/facts/judges.ts"],
  ["wire-knows-no-cloud", "emulators/wire/index.ts", "core/aws/index.ts"],
];

interface Cruise {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

describe("import rules", () => {
  let house: string;
  let cruise: Cruise;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), "entra-aws-imports-"));
    await cp(join(root, "package.json"), join(house, "package.json"));
    await cp(join(root, "tsconfig.json"), join(house, "tsconfig.json"));
    await symlink(join(root, "node_modules"), join(house, "node_modules"));
    for (const [path, text] of Object.entries(planted)) {
      await mkdir(dirname(join(house, path)), { recursive: true });
      await writeFile(join(house, path), text);
    }
    cruise = await depcruise(house);
  });

  afterAll(() => rm(house, { recursive: true, force: true }));

  it("refuse each planted violation and nothing else", () => {
    const found = cruise.summary.violations.map(({ rule, from, to }) => [rule.name, from, packageName(to)].join(" › "));
    expect(found.sort()).toEqual(refusals.map((refusal) => refusal.join(" › ")).sort());
  });

  it("are each broken here once", () => {
    const names = new Set(cruise.summary.ruleSetUsed.forbidden.map(({ name }) => name));
    expect([...new Set(refusals.map(([rule]) => rule))].sort()).toEqual([...names].sort());
  });

  it("each say what a violation means", () => {
    const silent = cruise.summary.ruleSetUsed.forbidden.filter(({ comment }) => (comment ?? "").length < 40);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

function packageName(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

/** The exit code counts violations, so it is no failure of the run. */
function depcruise(folder: string): Promise<Cruise> {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const options = ["--config", join(root, ".dependency-cruiser.mjs"), "--output-type", "json", "."];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...options], { cwd: folder, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Cruise);
      } catch {
        reject(new Error(`dependency-cruiser gave no result: ${stderr}`));
      }
    });
  });
}
