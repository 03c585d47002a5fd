// `npm test`: prepares the clone, then runs every check; `npm test -- lint types` runs the named ones. What takes minutes
// for one thing only runs when it is named: `npm run test:long`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, root } from "./prepare.mjs";

const local = (name) => join(root, "node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "entra-aws-test-"));
process.once("exit", () => rmSync(reports, { recursive: true, force: true }));

const vitest = (project) => ({
  command: local("vitest"),
  args: ["run", "--project", project, "--maxWorkers=2", "--reporter=json", `--outputFile=${join(reports, project)}`],
  report: join(reports, project),
});

/** Two at a time, one of each lane: the checks that read the code, and the tests that run it. */
const lanes = [
  [
    // First, for where there is none it is built, which takes longer than any check before the journeys.
    { name: "engine", command: process.execPath, args: [join(root, "dist", "engine", "main.js")], tells: true },
    { name: "format", command: local("prettier"), args: ["--check", "--log-level", "warn", "."] },
    { name: "types", command: local("tsc"), args: ["--noEmit", "-p", "tsconfig.tests.json"] },
    { name: "lint", command: local("eslint"), args: ["--max-warnings", "0", "."] },
    { name: "imports", command: local("depcruise"), args: ["--config", ".dependency-cruiser.mjs", "."] },
    { name: "unused", command: local("knip"), args: [] },
  ],
  [
    { name: "unit", ...vitest("unit") },
    { name: "journeys", ...vitest("journeys") },
    { name: "long", ...vitest("long"), onlyWhenNamed: true },
  ],
];

const wanted = process.argv.slice(2);
const names = lanes.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}; the checks are ${names.join(", ")}.`);
  process.exit(2);
}
await prepare();
prepareXmlsec();
const counts = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(lanes.map(runLane));

// What is skipped in CI was not tested, whatever its reason.
const failed = counts.failed + (process.env.CI === "true" ? counts.skipped : 0);
const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
console.log(`${counts.passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

async function runLane(lane) {
  for (const check of lane) {
    if (wanted.length === 0 ? check.onlyWhenNamed !== true : wanted.includes(check.name)) {
      await runCheck(check);
    }
  }
}

async function runCheck({ name, command, args, report, tells, onlyWhenNamed }) {
  const started = Date.now();
  const { code, output } = await finished(command, args);
  const tests = report !== undefined && existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  const outcome =
    tests === undefined ? { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 } : tally(tests);
  // Vitest also fails for what no test stands for, such as a file that cannot be loaded.
  if (code !== 0 && outcome.failed === 0) {
    outcome.failed = 1;
  }
  for (const kind of Object.keys(counts)) {
    counts[kind] += outcome[kind];
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const words = tells === true ? `  ${output.trim()}` : "";
  const detail =
    tests === undefined ? words : `  ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`;
  // Their names say at which seed they ran.
  for (const suite of onlyWhenNamed === true ? suitesOf(tests) : []) {
    console.log(`        ${suite}`);
  }
  console.log(`${outcome.failed === 0 ? "ok    " : "FAILED"}  ${name.padEnd(9)} ${seconds.padStart(6)} s${detail}`);
  if (outcome.failed > 0) {
    console.log(tests === undefined ? output : failuresOf(tests) || output);
  }
  for (const { fullName } of (tests?.testResults ?? []).flatMap((file) => file.assertionResults).filter(isSkipped)) {
    console.log(`SKIPPED ${fullName}`);
  }
}

function tally(tests) {
  const results = tests.testResults.flatMap((file) => file.assertionResults);
  const skipped = results.filter(isSkipped).length;
  const failed = tests.numFailedTests + tests.testResults.filter(failedAsWhole).length;
  return { passed: tests.numPassedTests, failed, skipped };
}

function failedAsWhole({ status, assertionResults }) {
  return status === "failed" && !assertionResults.some((test) => test.status === "failed");
}

function suitesOf(tests) {
  const assertions = (tests?.testResults ?? []).flatMap((file) => file.assertionResults);
  return [...new Set(assertions.map(({ ancestorTitles }) => ancestorTitles.join(" · ")))];
}

/** Every failed test with its message, and every file that failed without one: at its loading, or before its tests. */
function failuresOf(tests) {
  return tests.testResults
    .flatMap((file) => [
      ...(failedAsWhole(file) ? [`${file.name}\n${file.message || "failed before its tests"}`] : []),
      ...file.assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => `${file.name}\n  ${fullName}\n${failureMessages.join("\n")}`),
    ])
    .join("\n\n");
}

function isSkipped({ status }) {
  return status === "skipped" || status === "pending" || status === "todo";
}

function finished(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** The independent judge of XML signatures: Debian's command where root may install it, else PyPI's binding. */
function prepareXmlsec() {
  const works = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  const environment = join(root, ".engine", "python");
  const python = join(environment, "bin", "python3");
  if (
    works("xmlsec1", "--version") ||
    works("python3", "-c", "import xmlsec") ||
    works(python, "-c", "import xmlsec")
  ) {
    return;
  }
  console.log("installing xmlsec, which judges our signatures");
  if (process.getuid?.() === 0 && works("apt-get", "update") && works("apt-get", "install", "--yes", "xmlsec1")) {
    return;
  }
  works("python3", "-m", "venv", environment);
  works(python, "-m", "pip", "install", "--quiet", "xmlsec");
}
