import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backendFolder, freeLock, stackLocks } from "./stack-lock";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-stack-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const locksFolder = (): string => join(folder, ".pulumi", "locks", "organization", "entra-aws", "account1");

function lock(name: string, content: string): void {
  mkdirSync(locksFolder(), { recursive: true });
  writeFileSync(join(locksFolder(), name), content);
  writeFileSync(join(locksFolder(), `${name}.attrs`), "{}");
}

function contentOf(change: object = {}): string {
  const timestamp = new Date().toISOString();
  return JSON.stringify({ pid: process.pid, username: "alice", hostname: hostname(), timestamp, ...change });
}

const holders = () => stackLocks(folder, "entra-aws", "account1").map(({ holder }) => holder);

describe("stackLocks", () => {
  it("finds none where nobody locked the stack", () => {
    expect(holders()).toEqual([]);
  });

  it.each([
    ["running, when its process does", {}, "running"],
    ["gone, when there is no such process", { pid: 999_999_999 }, "gone"],
    ["gone, when its number belongs to a process that began later", { timestamp: "2020-01-01T00:00:00Z" }, "gone"],
    ["elsewhere, when it ran on another host", { hostname: "another-host", pid: 999_999_999 }, "elsewhere"],
  ])("tells that a holder is %s", (_case, change, expected) => {
    lock("one.json", contentOf(change));
    expect(holders()).toEqual([expected]);
  });

  it("names who holds the stack, and since when", () => {
    lock("one.json", contentOf({ timestamp: "2026-11-24T10:00:00.5Z", pid: 999_999_999 }));
    expect(stackLocks(folder, "entra-aws", "account1")).toEqual([
      {
        file: join(locksFolder(), "one.json"),
        user: "alice",
        host: hostname(),
        pid: 999_999_999,
        since: new Date("2026-11-24T10:00:00.5Z"),
        holder: "gone",
      },
    ]);
  });

  it.each(["{", "{}", '{"pid":1}'])("refuses to guess whose lock is that says %s", (content) => {
    lock("one.json", content);
    expect(holders).toThrow(/one\.json does not say who holds the stack.*pulumi cancel/);
  });

  it("looks at the stack's own locks only", () => {
    lock("one.json", contentOf());
    expect(stackLocks(folder, "entra-aws", "account2")).toEqual([]);
  });
});

describe("freeLock", () => {
  it("takes away one lock with its attributes, and no other", () => {
    lock("left.json", contentOf({ pid: 999_999_999 }));
    lock("held.json", contentOf());
    for (const each of stackLocks(folder, "entra-aws", "account1").filter(({ holder }) => holder === "gone")) {
      freeLock(each);
    }
    expect(readdirSync(locksFolder()).sort()).toEqual(["held.json", "held.json.attrs"]);
  });
});

describe("backendFolder", () => {
  it.each([
    ["file:///srv/stacks", "/srv/stacks"],
    ["file:///srv/my%20stacks?no_tmp_dir=true", "/srv/my stacks"],
    ["file://~", homedir()],
    ["file://~/stacks", join(homedir(), "stacks")],
    ["file://./stacks", "/project/stacks"],
    ["s3://bucket/stacks", undefined],
    ["https://app.pulumi.com/alice", undefined],
  ])("of %s is %s", (url, expected) => {
    expect(backendFolder(url, "/project")).toBe(expected);
  });
});
