import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run";

/** The flags as the verb reads them; nothing runs. */
function read(...words: string[]): Record<string, unknown> {
  const command = run()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parseOptions(words);
  return command.opts();
}

const urn = "urn:pulumi:account1::entra-aws::aws:iam/role:Role::developer";

describe("run's flags", () => {
  it("mean the current folder and the selected stack when there are none", () => {
    expect(read()).toEqual({ adopt: new Map(), notMade: new Set() });
  });

  it("take paths from where the caller is, for the engine runs in the project's folder", () => {
    expect(read("-C", "project", "--policy-pack", "pack", "--config-file", "config.yaml")).toMatchObject({
      cwd: resolve("project"),
      policyPack: resolve("pack"),
      configFile: resolve("config.yaml"),
    });
  });

  it("take no empty path, which would be the current folder", () => {
    expect(() => read("--cwd", "")).toThrow("a path is needed");
  });

  it("take what a person found out, of several creates", () => {
    const other = `${urn}-other`;
    expect(read("--adopt", `${urn}=a=b`, "--adopt", `${other}=c`, "--not-made", urn)).toMatchObject({
      adopt: new Map([
        [urn, "a=b"],
        [other, "c"],
      ]),
      notMade: new Set([urn]),
    });
  });

  it.each([
    ["--adopt", urn, "a URN, =, and the provider's id are needed"],
    ["--adopt", "role=Developer", "a URN, =, and the provider's id are needed"],
    ["--not-made", "role", "a URN is needed"],
  ])("refuse %s %s", (flag, value, message) => {
    expect(() => read(flag, value)).toThrow(message);
  });
});
