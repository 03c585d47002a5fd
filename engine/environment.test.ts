import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hermeticEnvironment } from "./environment";

const folder = mkdtempSync(join(tmpdir(), "entra-aws-environment-"));
const engine = { command: "/opt/engine/pulumi", version: "3.219.0", origin: "" };

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("hermeticEnvironment", () => {
  it("hands on no credential of the caller", () => {
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "made-up");
    vi.stubEnv("ARM_CLIENT_SECRET", "made-up");
    vi.stubEnv("PULUMI_ACCESS_TOKEN", "made-up");
    const environment = hermeticEnvironment(engine, folder, { passphrase: "p", providers: {} });
    expect(Object.values(environment)).not.toContain("made-up");
  });

  it("keeps home and backend in the folder, which it makes for the owner only", () => {
    const environment = hermeticEnvironment(engine, folder, { passphrase: "p", providers: { aws: 1, azuread: 2 } });
    expect(environment).toMatchObject({
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
      PULUMI_DEBUG_PROVIDERS: "aws:1,azuread:2",
    });
    expect(statSync(join(folder, "backend")).mode & 0o777).toBe(0o700);
  });

  it("names the backend by a URL, in which a path's own signs mean nothing", () => {
    const odd = join(folder, "50% #1? my state");
    const environment = hermeticEnvironment(engine, odd, { passphrase: "p", providers: {} });
    expect(environment["PULUMI_BACKEND_URL"]).toBe(`file://${folder}/50%25%20%231%3F%20my%20state/backend`);
  });

  it("puts the engine's folder first, so that its hosts are found before others", () => {
    const environment = hermeticEnvironment(engine, folder, { passphrase: "p", providers: {} });
    expect(environment["PATH"]?.split(":")[0]).toBe("/opt/engine");
  });
});
