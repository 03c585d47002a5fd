import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { output } from "./commands";
import { withLock } from "./lock";
import { pinnedEngine } from "./versions";

interface Part {
  /** The wrapper module, a folder below `engine/go`. */
  readonly module: string;
  readonly package: string;
  readonly binary: string;
  readonly flags: readonly string[];
}

const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedEngine}`;

/** What an engine consists of, in the order in which it is built. */
const parts: readonly Part[] = [
  {
    module: "pulumi",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    binary: "pulumi",
    flags: ["-tags", "osusergo,grpcnotrace", "-ldflags", `-s -w ${version}`],
  },
  {
    module: "language-nodejs",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    binary: "pulumi-language-nodejs-host",
    flags: ["-ldflags", "-s -w"],
  },
  { module: "language-nodejs", package: ".", binary: "pulumi-language-nodejs", flags: ["-ldflags", "-s -w"] },
];

/** How engines before 3.221 start a policy pack written for Node.js. */
const analyzer = `#!/bin/sh
# Starts a policy pack with the SDK of the project in whose folder, or below it, the engine runs.
exec node "$(node -p "require.resolve('@pulumi/pulumi/cmd/run-policy-pack')")" "$@"
`;

/** The `pulumi` that an earlier {@link buildEngine} left, unless the pinned modules have changed since. */
export function keptEngine(folder: string, modules: string): string | undefined {
  const stamp = join(folder, "bin", "built-from");
  const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(modules);
  return isCurrent ? join(folder, "bin", "pulumi") : undefined;
}

/**
 * Builds the engine, its Node.js host and the starter of policy packs into `folder/bin`, and returns the path of
 * `pulumi`. The folder appears whole or not at all; of two builds at once the second waits and takes the first's.
 */
export async function buildEngine(options: {
  go: string;
  folder: string;
  modules: string;
  report: (text: string) => void;
  /** Ends the compiler. */
  signal?: AbortSignal;
}): Promise<string> {
  const { folder, modules, report } = options;
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, "building"), report, async () => {
    const kept = keptEngine(folder, modules);
    if (kept !== undefined) {
      return kept;
    }
    const unfinished = join(folder, "unfinished");
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    for (const part of parts) {
      await buildPart(options, part, join(unfinished, part.binary));
    }
    writeFileSync(join(unfinished, "pulumi-analyzer-policy"), analyzer);
    chmodSync(join(unfinished, "pulumi-analyzer-policy"), 0o755);
    writeFileSync(join(unfinished, "built-from"), fingerprint(modules));
    rmSync(join(folder, "bin"), { recursive: true, force: true });
    renameSync(unfinished, join(folder, "bin"));
    return join(folder, "bin", "pulumi");
  });
}

async function buildPart(options: Parameters<typeof buildEngine>[0], part: Part, target: string): Promise<void> {
  const { go, modules, report, signal } = options;
  const run = { cwd: join(modules, part.module), ...(signal === undefined ? {} : { signal }) };
  report(`fetching the modules of ${part.binary}`);
  const packages = await output(go, ["list", "-mod=readonly", "-deps", part.package], run);
  const total = packages.trim().split("\n").length;
  let compiled = 0;
  const args = ["build", "-mod=readonly", "-trimpath", "-buildvcs=false", "-v", ...part.flags, "-o", target];
  await compile(go, [...args, part.package], run, () => {
    compiled += 1;
    report(`compiling ${part.binary}, ${compiled} of at most ${total} packages`);
  });
}

function compile(
  go: string,
  args: readonly string[],
  run: { readonly cwd: string; readonly signal?: AbortSignal },
  onPackage: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(go, args, { ...run, stdio: ["ignore", "ignore", "pipe"] });
    const errors: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      for (const line of chunk.split("\n").filter((text) => text !== "")) {
        errors.push(line);
        onPackage();
      }
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(errors.slice(-3).join("\n") || `go build ended with ${code ?? "a signal"}`));
      }
    });
  });
}

function fingerprint(modules: string): string {
  const hash = createHash("sha256").update(pinnedEngine).update(analyzer);
  for (const file of ["pulumi/go.mod", "pulumi/go.sum", "language-nodejs/go.mod", "language-nodejs/main.go"]) {
    hash.update(readFileSync(join(modules, file)));
  }
  return hash.digest("hex");
}
