import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EngineUnavailable, findEngine } from "./find-engine";

let machine: string;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "entra-aws-machine-"));
  for (const folder of ["bin", "modules/pulumi", "modules/language-nodejs"]) {
    mkdirSync(join(machine, folder), { recursive: true });
  }
  for (const file of ["pulumi/go.mod", "pulumi/go.sum", "language-nodejs/go.mod", "language-nodejs/main.go"]) {
    writeFileSync(join(machine, "modules", file), file);
  }
});

afterEach(() => {
  rmSync(machine, { recursive: true, force: true });
});

function command(name: string, script: string): void {
  writeFileSync(join(machine, "bin", name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(machine, "bin", name), 0o755);
}

/** A compiler that writes what it is asked to build, and counts how often. */
const compiler = `case "$1" in
  env) echo go1.26.8 ;;
  list) printf 'one\\ntwo\\n' ;;
  build) echo one >&2; echo two >&2; echo built >> "$(dirname "$0")/builds"
    while [ "$1" != -o ]; do shift; done; printf '#!/bin/sh\\necho v3.219.0\\n' > "$2"; chmod +x "$2" ;;
esac`;

const refuseToInstall = (): Promise<string> => Promise.reject(new Error("get.pulumi.com cannot be reached"));

interface Wishes {
  readonly install?: (folder: string) => Promise<string>;
  readonly reports?: string[];
  readonly signal?: AbortSignal;
}

function find({ reports, ...options }: Wishes = {}) {
  return findEngine((text) => reports?.push(text), {
    install: refuseToInstall,
    ...options,
    // A shell and its commands, but none that a developer may have put on their own PATH.
    path: `${join(machine, "bin")}:/usr/bin:/bin`,
    folder: join(machine, "kept"),
    modules: join(machine, "modules"),
  });
}

describe("an engine on PATH", () => {
  it("is taken when it is new enough", async () => {
    command("pulumi", "echo v3.252.0");
    command("pulumi-language-nodejs", "exit 0");
    const engine = await find();
    expect(engine).toEqual({
      command: join(machine, "bin", "pulumi"),
      version: "3.252.0",
      origin: `found on PATH, ${join(machine, "bin", "pulumi")}`,
    });
  });

  it.each([
    ["is too old", "echo v3.218.9", "is v3.218.9; 3.219.0 or newer is needed"],
    ["does not work", "exit 1", "is not working; 3.219.0 or newer is needed"],
    ["has no Node.js host", "echo v3.219.0", "has no pulumi-language-nodejs beside it or on PATH"],
  ])("is passed over when it %s, and the error says so", async (_case, script, reason) => {
    command("pulumi", script);
    command("go", "echo go1.21.0");
    await expect(find()).rejects.toThrow(reason);
  });
});

describe("an engine built from Go modules", () => {
  it("is built once, whole, and kept", async () => {
    command("go", compiler);
    const reports: string[] = [];
    const first = await find({ reports });
    const second = await find();
    expect(first.command).toBe(join(machine, "kept", "bin", "pulumi"));
    expect(first.origin).toMatch(/^built from Go modules in \d+ s, kept in \.engine\/$/);
    expect(second.origin).toBe("built from Go modules earlier, kept in .engine/");
    expect(readFileSync(join(machine, "bin", "builds"), "utf8")).toBe("built\nbuilt\nbuilt\n");
    expect(reports).toContain("compiling pulumi, 2 of at most 2 packages");
  });

  it("is built again when the pinned modules change", async () => {
    command("go", compiler);
    await find();
    writeFileSync(join(machine, "modules", "pulumi", "go.sum"), "another version");
    expect((await find()).origin).toMatch(/^built from Go modules in/);
  });

  it("is built once when two ask at the same time", async () => {
    command("go", compiler);
    const engines = await Promise.all([find(), find()]);
    expect(new Set(engines.map((engine) => engine.command)).size).toBe(1);
    expect(readFileSync(join(machine, "bin", "builds"), "utf8")).toBe("built\nbuilt\nbuilt\n");
  });

  it("leaves nothing that looks finished when the compiler fails", async () => {
    command("go", compiler.replace("build) ", "build) echo 'no space left' >&2; exit 1; "));
    await expect(find()).rejects.toThrow("building it from Go modules failed: no space left");
    command("go", compiler);
    expect((await find()).origin).toMatch(/^built from Go modules in/);
  });

  it("goes on after a build whose process is gone", async () => {
    command("go", compiler);
    mkdirSync(join(machine, "kept", "unfinished"), { recursive: true });
    writeFileSync(join(machine, "kept", "building"), "999999999");
    expect((await find()).origin).toMatch(/^built from Go modules in/);
  });
});

describe("a cancelled build", () => {
  it("ends its compiler, installs nothing instead, and is begun again the next time", async () => {
    const cancel = new AbortController();
    command("go", compiler.replace("build) ", "build) echo one >&2; exec sleep 60; "));
    const installed: string[] = [];
    const install = (folder: string): Promise<string> => Promise.resolve(String(installed.push(folder)));
    const finding = findEngine(
      (text) => {
        if (text.startsWith("compiling")) cancel.abort();
      },
      {
        path: `${join(machine, "bin")}:/usr/bin:/bin`,
        folder: join(machine, "kept"),
        modules: join(machine, "modules"),
        install,
        signal: cancel.signal,
      },
    );
    await expect(finding).rejects.toThrow("aborted");
    expect(installed).toEqual([]);
    command("go", compiler);
    expect((await find()).origin).toMatch(/^built from Go modules in/);
  });
});

describe("the SDK's installer", () => {
  it("is the last resort", async () => {
    command("go", "echo go1.24.9");
    const install = (folder: string): Promise<string> => {
      mkdirSync(folder, { recursive: true });
      command("installed", "echo v3.248.0");
      return Promise.resolve(join(machine, "bin", "installed"));
    };
    expect(await find({ install })).toEqual({
      command: join(machine, "bin", "installed"),
      version: "3.248.0",
      origin: "installed by the Pulumi SDK, kept in .engine/",
    });
  });
});

describe("no engine at all", () => {
  it("is an error that says what was tried and what helps", async () => {
    command("go", "echo go1.24.9");
    const error = await find().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineUnavailable);
    expect((error as EngineUnavailable).message.split("\n")).toEqual([
      "No Pulumi engine was found and none could be made:",
      "  - `pulumi` is not on PATH",
      `  - ${join(machine, "bin", "go")} is go1.24.9; Go 1.25.0 or newer builds the engine`,
      "  - the SDK's installer failed: get.pulumi.com cannot be reached",
      "Any one of these helps:",
      "  - install Pulumi (https://www.pulumi.com/docs/install/) so that `pulumi` is on PATH, version 3.219.0 or newer",
      "  - install Go 1.25 or newer (https://go.dev/dl/): the engine is then built from its published modules, once",
      "  - allow this machine to reach get.pulumi.com, from where the SDK's installer takes the engine",
    ]);
  });
});
