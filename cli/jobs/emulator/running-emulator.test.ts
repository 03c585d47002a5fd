import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NoEmulator, runningEmulator } from "./order";
import { announce, findRunningEmulator, type RunningEmulator, withdraw } from "./running-emulator";

let folder: string;
const own = (): RunningEmulator => ({
  pid: process.pid,
  since: new Date().toISOString(),
  url: "http://127.0.0.1:1/",
  token: "token",
  environment: { AWS_REGION: "us-east-1" },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-running-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an emulator that serves from a folder", () => {
  it("is found by what it has left there, for its owner's eyes only, until it takes it away", () => {
    const emulator = own();
    announce(folder, emulator);
    expect(findRunningEmulator(folder)).toEqual(emulator);
    expect(statSync(join(folder, "emulator.json")).mode & 0o777).toBe(0o600);
    withdraw(folder);
    expect(findRunningEmulator(folder)).toBe(undefined);
  });

  it("does not run any more when its process is gone, or its number is another process's", () => {
    announce(folder, { ...own(), pid: 999_999_999 });
    expect(findRunningEmulator(folder)).toBe(undefined);
    announce(folder, { ...own(), since: "2020-01-01T00:00:00Z" });
    expect(findRunningEmulator(folder)).toBe(undefined);
  });

  it.each(["{", "null", "{}", JSON.stringify({ ...own(), since: undefined }), JSON.stringify({ ...own(), url: "" })])(
    "has not written %s: that is damaged, with what to do",
    (text) => {
      writeFileSync(join(folder, "emulator.json"), text);
      expect(() => findRunningEmulator(folder)).toThrow(/emulator\.json is damaged: remove it once no emulator serves/);
    },
  );

  it("is started by a line that a shell takes for that folder and nothing else", () => {
    const hostile = join(folder, "$(touch x) it's");
    expect(() => runningEmulator(hostile)).toThrow(NoEmulator);
    const quoted = `'${folder}/$(touch x) it'\\''s'`;
    expect(() => runningEmulator(hostile)).toThrow(`Start one: npx entra-aws emulator start --state ${quoted}`);
  });
});
