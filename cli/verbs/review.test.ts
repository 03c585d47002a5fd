import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { review } from "./review";

const group = { type: "azuread:index/group:Group", urn: "urn:pulumi:dev::shop::azuread:index/group:Group::staff" };
const state = { version: 3, deployment: { resources: [{ ...group, custom: true, inputs: { displayName: "Staff" } }] } };

/** As another pack says it, so that it is there whatever our rules are. */
const log = [
  {
    resOutputsEvent: { metadata: { op: "create", new: { ...group, custom: true, inputs: { displayName: "Staff" } } } },
  },
  {
    policyEvent: {
      policyPackName: "costs",
      policyName: "no-nat",
      enforcementLevel: "advisory",
      severity: "medium",
      message: "Costs\ntoo dear",
    },
  },
  { summaryEvent: {} },
];

describe("review", () => {
  let folder: string;
  let stdout: string;
  let stderr: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entra-aws-review-verb-"));
    writeFileSync(join(folder, "state"), JSON.stringify(state));
    writeFileSync(join(folder, "log"), log.map((event) => `${JSON.stringify(event)}\n`).join(""));
    [stdout, stderr] = ["", ""];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((stdout += String(text)), true));
    vi.spyOn(process.stderr, "write").mockImplementation((text) => ((stderr += String(text)), true));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  async function codeOf(...words: string[]): Promise<unknown> {
    await review().parseAsync(["--cwd", folder, ...words], { from: "user" });
    return process.exitCode;
  }

  it("prints text for people, and ends with 0 where nothing is mandatory", async () => {
    expect(await codeOf("--event-log", join(folder, "log"))).toBe(0);
    expect(stdout.split("\n")[0]).toBe("costs/no-nat (medium, advisory): too dear");
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^review of shop\/dev: \d+ findings? in 1 resources/);
  });

  it.each([
    ["high", 0],
    ["medium", 1],
    ["low", 1],
    ["none", 0],
  ])("ends, with --fail-on %s, with %i", async (limit, code) => {
    expect(await codeOf("--event-log", join(folder, "log"), "--fail-on", limit)).toBe(code);
  });

  it("writes several forms at once, and prints the text too", async () => {
    const files = ["markdown", "sarif", "json"].map((name) => join(folder, name));
    const [markdown = "", sarif = "", json = ""] = files;
    await codeOf("--event-log", join(folder, "log"), "--markdown", markdown, "--sarif", sarif, "--json", json);
    expect(readFileSync(markdown, "utf8").split("\n")[0]).toBe("<!-- entra-aws review shop/dev -->");
    expect((JSON.parse(readFileSync(sarif, "utf8")) as { version: string }).version).toBe("2.1.0");
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({ project: "shop", stack: "dev", input: "event log" });
    expect(stdout).toContain("costs/no-nat (medium, advisory): too dear\n");
  });

  it.each([["--json"], ["--json", "-"]])("prints a form alone when it is asked for by %s %s", async (...words) => {
    await codeOf("--state", join(folder, "state"), ...words);
    expect(JSON.parse(stdout)).toMatchObject({ project: "shop", stack: "dev", input: "state", resources: 1 });
  });

  it.each([
    [["--json", "-", "--sarif"], "only one form can be printed, and not --sarif and --json: give files for the rest"],
    [
      ["--state", "a", "--event-log", "b"],
      "one review is of one input: give only one of --event-log, --preview-json and --state",
    ],
    [["--state", "a", "--policy-pack", "b"], "--policy-pack is for a preview, and not for a finished run"],
    [["--state", "a", "--stack", "b"], "--stack is for a preview: a file says itself of which stack it is"],
    [["--state", "a", "--config-file", "b"], "--config-file is for a preview: a file says itself of which stack it is"],
  ])("refuses %j", async (words, message) => {
    expect(await codeOf(...words)).toBe(2);
    expect(stderr).toBe(`${message}\n(entra-aws review --help shows what there is)\n`);
  });

  it("ends with 2, and says what to give, for an input that cannot be read", async () => {
    expect(await codeOf("--preview-json", join(folder, "state"))).toBe(2);
    expect(stderr).toContain("it is a state and no preview. Give it by --state.\n");
  });

  it("ends with 2 for a file that cannot be written", async () => {
    const file = join(folder, "none", "out.md");
    expect(await codeOf("--state", join(folder, "state"), "--markdown", file)).toBe(2);
    expect(stderr).toContain(`"${file}" cannot be written (ENOENT). Name a file in a folder that is there.\n`);
  });
});

describe("review's flags", () => {
  function read(...words: string[]): Record<string, unknown> {
    const command = review()
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });
    command.parseOptions(words);
    return command.opts();
  }

  it("mean a preview of the selected stack when there are none", () => {
    expect(read()).toEqual({ policyPack: [] });
  });

  it("take paths from where the caller is, and several packs", () => {
    expect(read("--policy-pack", "a", "--policy-pack", "b", "--markdown", "c", "--sarif", "-")).toEqual({
      policyPack: [resolve("a"), resolve("b")],
      markdown: resolve("c"),
      sarif: "-",
    });
  });

  it("refuse a severity that there is not", () => {
    expect(() => read("--fail-on", "dreadful")).toThrow("Allowed choices are critical, high, medium, low, none");
  });
});
