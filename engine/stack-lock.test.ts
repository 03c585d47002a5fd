import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isLockedByTheDead } from "./stack-lock";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-stack-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lock(name: string, content: string): void {
  const locks = join(folder, "backend", ".pulumi", "locks", "organization", "entra-aws", "account1");
  mkdirSync(locks, { recursive: true });
  writeFileSync(join(locks, name), content);
  writeFileSync(join(locks, `${name}.attrs`), "{}");
}

const held = JSON.stringify({ pid: process.pid });
const left = JSON.stringify({ pid: 999_999_999 });

describe("isLockedByTheDead", () => {
  it.each([
    ["nobody locked it", [], false],
    ["its engine is gone", [left], true],
    ["its engine runs", [held], false],
    ["one of two engines runs", [left, held], false],
    ["the lock cannot be read", ["{"], false],
    ["the lock names no process", ["{}"], false],
  ])("when %s", (_case, locks, expected) => {
    for (const [index, content] of locks.entries()) {
      lock(`${index}.json`, content);
    }
    expect(isLockedByTheDead(folder, "entra-aws", "account1")).toBe(expected);
  });
});
