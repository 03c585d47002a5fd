import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mendBackend, unfinishedLocks } from "./mend-backend";

let folder: string;
const now = new Date();
const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-backend-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(path: string, content: string): string {
  const file = join(folder, ".pulumi", path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe("mendBackend", () => {
  it("finds nothing in a new backend, and nothing in a sound one", () => {
    expect(mendBackend(folder, now)).toEqual([]);
    written("stacks/entra-aws/account1.json", "{}");
    written("stacks/entra-aws/account1.json.attrs", '{"md5":"…"}');
    expect(mendBackend(folder, now)).toEqual([]);
  });

  it.each(["", '{"user.cache_control":"","md'])("takes away attributes that are cut off: %j", (content) => {
    const state = written("stacks/entra-aws/account1.json", "{}");
    const attributes = written("stacks/entra-aws/account1.json.attrs", content);
    expect(mendBackend(folder, now)).toEqual([attributes]);
    expect([existsSync(state), existsSync(attributes)]).toEqual([true, false]);
  });

  it("takes away those of a run's history, which recovery reads", () => {
    const attributes = written("history/entra-aws/account1/account1-1.history.json.attrs", "{");
    expect(mendBackend(folder, now)).toEqual([attributes]);
  });

  it("takes away an unfinished lock once nobody can be writing it any more", () => {
    const lock = written("locks/organization/entra-aws/account1/one.json.18a0.tmp", "{");
    expect(mendBackend(folder, inSeconds(9))).toEqual([]);
    expect(unfinishedLocks(folder, "entra-aws", "account1")).toEqual([lock]);
    expect(unfinishedLocks(folder, "entra-aws", "account2")).toEqual([]);
    expect(mendBackend(folder, inSeconds(11))).toEqual([lock]);
    expect(unfinishedLocks(folder, "entra-aws", "account1")).toEqual([]);
  });
});
