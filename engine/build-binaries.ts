import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { output } from "./commands";
import { withLock } from "./lock";

/** One program that is built from a pinned Go module. */
export interface Part {
  /** The wrapper module, a folder below `engine/go`. */
  readonly module: string;
  readonly package: string;
  readonly binary: string;
  readonly flags: readonly string[];
}

/** Programs that belong together: they appear in one folder, whole or not at all. */
export interface BinarySet {
  /** The folder's name below `.engine`. */
  readonly name: string;
  readonly parts: readonly Part[];
  /** Files that need no compiler: name → content; executable. */
  readonly scripts?: Readonly<Record<string, string>>;
}

export interface Build {
  readonly go: string;
  /** The folder that keeps what is built. */
  readonly folder: string;
  /** The folder of the wrapper modules. */
  readonly modules: string;
  readonly report: (text: string) => void;
  /** Ends the compiler. */
  readonly signal?: AbortSignal;
}

/** The folder of the programs that an earlier {@link buildBinaries} left, unless what they are made from has changed. */
export function keptBinaries(set: BinarySet, folder: string, modules: string): string | undefined {
  const stamp = join(folder, set.name, "built-from");
  const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(set, modules);
  return isCurrent ? join(folder, set.name) : undefined;
}

/** Builds the programs and returns their folder. Of two builds at once the second waits and takes the first's. */
export async function buildBinaries(set: BinarySet, build: Build): Promise<string> {
  const { folder, modules, report } = build;
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, "building"), report, async () => {
    const kept = keptBinaries(set, folder, modules);
    if (kept !== undefined) {
      return kept;
    }
    const unfinished = join(folder, "unfinished");
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    for (const part of set.parts) {
      await buildPart(build, part, join(unfinished, part.binary));
    }
    for (const [name, script] of Object.entries(set.scripts ?? {})) {
      writeFileSync(join(unfinished, name), script, { mode: 0o755 });
    }
    writeFileSync(join(unfinished, "built-from"), fingerprint(set, modules));
    rmSync(join(folder, set.name), { recursive: true, force: true });
    renameSync(unfinished, join(folder, set.name));
    return join(folder, set.name);
  });
}

async function buildPart(build: Build, part: Part, target: string): Promise<void> {
  const { go, modules, report, signal } = build;
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

/** Everything that the programs follow from: their table, and every file of their modules. */
function fingerprint(set: BinarySet, modules: string): string {
  const hash = createHash("sha256").update(JSON.stringify(set));
  for (const module of new Set(set.parts.map((part) => part.module))) {
    for (const file of ["go.mod", "go.sum", "main.go"].map((name) => join(modules, module, name)).filter(existsSync)) {
      hash.update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}
