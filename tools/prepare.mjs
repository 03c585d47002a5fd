// Plain JavaScript without dependencies: this runs in a fresh clone, before there is anything to import.
import { spawnSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Whatever `npm start` and `npm test` need that a clone does not have: packages, then the compiled code. */
export async function prepare() {
  refuseOldNode();
  await onlyOne(join(root, ".preparing"), () => {
    installPackages();
    compile();
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = engines.node.replace(">=", "").split(".").map(Number);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    fail(`Node.js ${process.versions.node} is too old: ${engines.node} is needed (https://nodejs.org).`);
  }
}

/** npm writes this file last, so an interrupted install has none. */
const installed = join(root, "node_modules", ".package-lock.json");

function installPackages() {
  const isCurrent = existsSync(installed) && modified(installed) >= modified(join(root, "package-lock.json"));
  if (isCurrent) {
    return;
  }
  console.log("installing packages (npm ci)");
  // Scripts would compile at once; that is done below, where a failure can be told.
  run(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
    "Packages could not be installed.",
  );
  run("npm", ["rebuild", "esbuild"], "esbuild could not be set up.");
}

const sources = [
  "components",
  "plugin",
  "core",
  "policy-packs",
  "reference-data",
  "emulators",
  "engine",
  "cli",
  "stacks",
];

/** Compiles into `dist`, which appears whole or not at all; does nothing when no source is newer. */
export function compile() {
  const dist = join(root, "dist");
  const stamp = join(dist, ".compiled");
  const settings = ["index.ts", "tsconfig.json", "tsconfig.build.json", "package.json", "tools/prepare.mjs"];
  const newest = Math.max(
    ...settings.map((file) => modified(join(root, file))),
    ...sources.map((folder) => newestIn(join(root, folder))),
  );
  if (existsSync(stamp) && modified(stamp) > newest) {
    return;
  }
  const unfinished = join(root, "dist.unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", "tsconfig.build.json", "--noCheck", "--outDir", unfinished];
  run(process.execPath, args, "The sources could not be compiled.");
  bundleLibrary(join(unfinished, "index.js"));
  writeFileSync(join(unfinished, ".compiled"), "");
  rmSync(dist, { recursive: true, force: true });
  renameSync(unfinished, dist);
}

/** The library's door with all that is behind it, in place of a hundred and fifty files: each program loads it. */
function bundleLibrary(target) {
  const esbuild = join(root, "node_modules", "esbuild", "bin", "esbuild");
  const form = ["--bundle", "--platform=node", "--format=cjs", "--target=node20", "--packages=external"];
  // Components are known by the names of their classes.
  const options = [...form, "--conditions=entra-aws-source", "--keep-names", "--log-level=warning"];
  run(
    esbuild,
    ["index.ts", ...options, `--outfile=${target}`, "--allow-overwrite"],
    "The library could not be bundled.",
  );
}

/** Folders count too: removing a source is a change of its folder. */
function newestIn(folder) {
  if (!existsSync(folder)) {
    return 0;
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isDirectory() || !entry.name.endsWith(".test.ts"));
  return Math.max(
    modified(folder),
    ...files.map((entry) => modified(join(entry.parentPath ?? entry.path, entry.name))),
  );
}

function modified(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function run(command, args, complaint) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (error !== undefined || status !== 0) {
    fail(
      `${complaint} ${error?.message ?? `\`${command} ${args[0]}\` ended with ${status ?? "a signal"}; its words stand above.`}`,
    );
  }
}

function fail(message) {
  console.error(message);
  process.exit(3);
}

/** `npm start` and `npm test` begun together: the second waits, and finds everything done. */
async function onlyOne(lock, work) {
  for (let isFirstTry = true; !tryLock(lock); isFirstTry = false) {
    if (isFirstTry) {
      console.error(`waiting for another process that prepares this clone (${lock})`);
    }
    if (!isAlive(lock)) {
      rmSync(lock, { force: true });
    }
    await pause(250);
  }
  process.once("exit", () => rmSync(lock, { force: true }));
  work();
  rmSync(lock, { force: true });
}

function tryLock(lock) {
  const own = `${lock}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") {
      return false;
    }
    rmSync(own, { force: true });
    return fail(`The clone cannot be prepared: ${error.message}`);
  } finally {
    rmSync(own, { force: true });
  }
}

function isAlive(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // In a container a process often has the number that one of an earlier container had.
    return holder !== process.pid && process.kill(holder, 0);
  } catch (error) {
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}
