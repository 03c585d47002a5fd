import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoSecrets } from "./secrets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-secrets-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the demonstration's secrets", () => {
  it("are the same in every run of one folder, and others in another", () => {
    const first = demoSecrets(folder);
    expect(demoSecrets(folder).passwordOf("ada")).toBe(first.passwordOf("ada"));
    expect(first.passwordOf("bob")).not.toBe(first.passwordOf("ada"));
    rmSync(join(folder, "key"));
    expect(demoSecrets(folder).passphrase).not.toBe(first.passphrase);
  });

  it("rest on one file, the owner's", () => {
    demoSecrets(folder);
    expect(readdirSync(folder)).toEqual(["key"]);
    expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["an empty", ""],
    ["half a", "0123456789abcdef".repeat(2)],
  ])("never follow from %s key, as a full disk leaves it", (_case, key) => {
    writeFileSync(join(folder, "key"), key);
    expect(() => demoSecrets(folder)).toThrow(/key is damaged.* Remove that folder/);
    expect(readFileSync(join(folder, "key"), "utf8")).toBe(key);
  });
});
