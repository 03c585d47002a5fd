import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { locksOfTheGone } from "./locks-of-the-gone";
import { StackHeld } from "./stack-held";

let backend: string;
const stack = () => ({ backend, project: "entra-aws", stack: "account1" });

beforeEach(() => {
  backend = mkdtempSync(join(tmpdir(), "entra-aws-locks-"));
});

afterEach(() => {
  rmSync(backend, { recursive: true, force: true });
});

function written(name: string, content: string, secondsAgo = 0): string {
  const folder = join(backend, ".pulumi", "locks", "organization", "entra-aws", "account1");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, content);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(file, then, then);
  return file;
}

const lockOf = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, username: "alice", hostname: host, timestamp: new Date().toISOString() });

describe("the locks of a stack", () => {
  it("are those of the gone", async () => {
    written("left.json", lockOf(999_999_999));
    const locks = await locksOfTheGone(stack(), { wait: false, report: () => undefined });
    expect(locks.map(({ pid }) => pid)).toEqual([999_999_999]);
  });

  it.each([
    ["runs", lockOf(process.pid), "process "],
    ["ran on another host, of which nothing is known", lockOf(1, "another-host"), "if it does not: pulumi cancel"],
  ])("are refused while one of them %s", async (_case, content, said) => {
    written("held.json", content);
    const locks = locksOfTheGone(stack(), { wait: false, report: () => undefined });
    await expect(locks).rejects.toBeInstanceOf(StackHeld);
    await expect(locks).rejects.toThrow(said);
  });

  it("are waited for with the name of who holds them, until they end or the wait is cancelled", async () => {
    const held = written("held.json", lockOf(process.pid));
    const cancel = new AbortController();
    const told: string[] = [];
    const cancelled = locksOfTheGone(stack(), {
      wait: true,
      report: (text) => {
        told.push(text);
        cancel.abort();
      },
      signal: cancel.signal,
    });
    await expect(cancelled).rejects.toThrow("aborted");
    expect(told[0]).toContain(`waiting for alice@${hostname()}, process ${process.pid}, since`);
    const report = (): void => {
      rmSync(held, { force: true });
    };
    expect(await locksOfTheGone(stack(), { wait: true, report })).toEqual([]);
  });

  it("are waited for when one is only half written, for the engine takes it for a lock", async () => {
    const unfinished = written("one.json.18a0.tmp", "");
    const told: string[] = [];
    const report = (text: string): void => {
      told.push(text);
      written("one.json.18a0.tmp", "", 11); // What nobody has finished in that time is left.
    };
    expect(await locksOfTheGone(stack(), { wait: false, report })).toEqual([]);
    expect(told).toEqual(["waiting for a lock that is being written, or was when its run ended"]);
    expect(existsSync(unfinished)).toBe(false);
  });

  it("are none where a backend keeps its own", async () => {
    const elsewhere = { ...stack(), backend: undefined };
    expect(await locksOfTheGone(elsewhere, { wait: false, report: () => undefined })).toEqual([]);
  });
});
