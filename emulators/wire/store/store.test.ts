import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { CloudError } from "#emulators/wire/errors";

import { openStore, type Store } from "./store";

interface Ledger {
  users: string[];
  note?: Date;
}

let folder: string;
let opened: Store<Ledger>[];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "store-")), "state");
  opened = [];
});

afterEach(() => {
  for (const store of opened) store.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

function open(seed: () => Ledger = () => ({ users: [] })): Store<Ledger> {
  const store = openStore({ folder, file: "ledger.json", seed });
  opened.push(store);
  return store;
}

function onDisk(): unknown {
  return JSON.parse(readFileSync(join(folder, "ledger.json"), "utf8"));
}

const refusal = new CloudError({ cloud: "aws", code: "NoSuchEntity", message: "none", status: 404 });

describe("a store", () => {
  it("seeds an empty folder for its owner's eyes only", () => {
    open(() => ({ users: ["ann"] }));
    expect(onDisk()).toEqual({ users: ["ann"] });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "ledger.json")).mode & 0o777).toBe(0o600);
  });

  it("finds what was saved, and does not seed again", () => {
    const first = open();
    first.transact((draft) => draft.users.push("ann"));
    first.close();
    expect(open(() => ({ users: ["nobody"] })).read()).toEqual({ users: ["ann"] });
  });

  it("saves each transition and hands on what it returns", () => {
    const store = open();
    expect(store.transact((draft) => draft.users.push("ann", "bob"))).toBe(2);
    expect(onDisk()).toEqual({ users: ["ann", "bob"] });
    expect(readdirSync(folder).sort()).toEqual(["ledger.json", "ledger.json.lock"]);
  });

  it("leaves nothing half-done when a transition throws", () => {
    const store = open(() => ({ users: ["ann"] }));
    expect(() =>
      store.transact((draft) => {
        draft.users.push("bob");
        throw refusal;
      }),
    ).toThrow(refusal);
    expect(store.read()).toEqual({ users: ["ann"] });
    expect(onDisk()).toEqual({ users: ["ann"] });
    expect(store.writes()).toBe(0);
  });

  it("counts transitions that change something, and nothing else", () => {
    const store = open();
    store.read();
    store.transact((draft) => draft.users.length);
    expect(store.writes()).toBe(0);
    store.transact((draft) => draft.users.push("ann"));
    store.transact((draft) => draft.users.push("bob"));
    expect(store.writes()).toBe(2);
  });

  it("holds what a later opening reads, not what JSON cannot say", () => {
    const store = open();
    store.transact((draft) => {
      draft.note = new Date(0);
    });
    expect(store.read()).toEqual({ users: [], note: "1970-01-01T00:00:00.000Z" });
  });

  it("refuses a transition that is not finished when it returns", () => {
    const store = open();
    expect(() => store.transact(async (draft) => Promise.resolve(draft.users.push("ann")))).toThrow(
      "a transition must be synchronous",
    );
    expect(store.read()).toEqual({ users: [] });
  });

  it("says which file is damaged and what to do, and lets go of the folder", () => {
    open().close();
    const path = join(folder, "ledger.json");
    for (const text of ['{"users":[', "[]", "null", ""]) {
      writeFileSync(path, text);
      expect(() => open()).toThrow(`${path} is damaged: it is not a JSON document. Remove it`);
    }
    rmSync(path);
    expect(open().read()).toEqual({ users: [] });
  });

  it("refuses a document of another shape, by what it should be", () => {
    open().close();
    const path = join(folder, "ledger.json");
    const shape = {
      what: "a ledger",
      isValid: ({ users }: Partial<Record<keyof Ledger, unknown>>) => Array.isArray(users),
    };
    const openShaped = () => openStore<Ledger>({ folder, file: "ledger.json", seed: () => ({ users: [] }), shape });
    openShaped().close();
    writeFileSync(path, '{"users":{}}');
    expect(openShaped).toThrow(`${path} is not a ledger of this version. Remove it to start anew.`);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("is whole after its process was killed in the middle of writing", async () => {
    const source = join(__dirname, "index.ts");
    const script = `
      const { openStore } = require(${JSON.stringify(source)});
      const store = openStore({ folder: ${JSON.stringify(folder)}, file: "ledger.json", seed: () => ({ users: [] }) });
      for (;;) {
        store.transact((draft) => { draft.users.push("x".repeat(50_000)); if (draft.users.length > 40) draft.users = []; });
        process.stdout.write(".");
      }`;
    const preload = ["--require", "tsx/cjs", "--conditions=entra-aws-source"];
    for (const patience of [0, 3, 11]) {
      const writer = spawn(process.execPath, [...preload, "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
      const ended = new Promise((resolve) => writer.once("exit", resolve));
      await new Promise((resolve) => writer.stdout.once("data", resolve));
      await new Promise((resolve) => setTimeout(resolve, patience));
      writer.kill("SIGKILL");
      await ended;
      const store = open();
      expect(store.read().users.every((user) => user.length === 50_000)).toBe(true);
      store.transact((draft) => {
        draft.users = [];
      });
      store.close();
    }
  });

  it("never writes through a link that stands in the draft's place", () => {
    const store = open();
    const elsewhere = join(folder, "elsewhere");
    writeFileSync(elsewhere, "untouched");
    symlinkSync(elsewhere, join(folder, "ledger.json.draft"));
    store.transact((draft) => draft.users.push("ann"));
    expect(readFileSync(elsewhere, "utf8")).toBe("untouched");
    expect(onDisk()).toEqual({ users: ["ann"] });
  });

  it("is of no use once it is closed", () => {
    const store = open();
    store.close();
    store.close();
    expect(() => store.read()).toThrow("is closed");
    expect(() => store.transact(() => 1)).toThrow("is closed");
  });
});

describe("the folder of a store", () => {
  const lock = () => join(folder, "ledger.json.lock");

  it("is held until the store is closed", () => {
    const store = open();
    expect(() => open()).toThrow(`${folder} is already open in this process.`);
    store.close();
    expect(existsSync(lock())).toBe(false);
    open();
  });

  it("is refused while another live process holds it, and taken over when that one is dead", async () => {
    open().close();
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });
    writeFileSync(lock(), String(other.pid));
    expect(() => open()).toThrow(`${folder} is in use by process ${String(other.pid)}.`);
    const ended = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await ended;
    expect(open().read()).toEqual({ users: [] });
    expect(readFileSync(lock(), "utf8")).toBe(String(process.pid));
  });

  it("is taken over from a lock that names no process, or this one's own pid of an earlier life", () => {
    open().close();
    for (const text of ["", "nonsense", String(process.pid)]) {
      writeFileSync(lock(), text);
      open().close();
    }
    expect(existsSync(lock())).toBe(false);
  });

  it("is taken over by one only: who finds another at it gives up, and says what to do about a dead one", async () => {
    open().close();
    const claim = `${lock()}.takeover`;
    writeFileSync(lock(), "nonsense");
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });
    writeFileSync(claim, String(other.pid));
    expect(() => open()).toThrow(`${folder} has just been taken by another process.`);
    expect(readFileSync(lock(), "utf8")).toBe("nonsense");
    const ended = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await ended;
    expect(() => open()).toThrow(`${folder} was being taken over when that process ended: remove ${claim}.`);
    rmSync(claim);
    open().close();
    expect(readdirSync(folder)).toEqual(["ledger.json"]);
  });

  it("keeps a lock that somebody else has taken meanwhile", () => {
    const store = open();
    writeFileSync(lock(), "1");
    store.close();
    expect(readFileSync(lock(), "utf8")).toBe("1");
  });
});
