import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "./review-files.test-support";
import { readSettings } from "./review-settings";

const now = Date.parse("2026-11-25T00:00:00Z");
const waiverOf = (owner: string): string =>
  `- rule: naming-groups\n  resource: developers\n  reason: moves\n  owner: ${owner}\n  expires: "2027-03-31"\n`;

describe("readSettings", () => {
  it("has the rules' defaults and no waivers where there are no files", async () => {
    const settings = await readSettings({}, folderWith({}), now);
    expect(settings).toEqual({ configuration: {}, waivers: { waivers: [], problems: [] } });
  });

  it.each([
    ["YAML", "scopes: [account]\n"],
    ["JSON", '{"scopes": ["account"]}'],
    ["a file that the engine takes too", '{"entra-aws": {"scopes": ["account"]}}'],
  ])("reads a configuration in %s", async (_title, text) => {
    const folder = folderWith({ config: text });
    const { configuration } = await readSettings({ config: join(folder, "config") }, folder, now);
    expect(configuration).toEqual({ scopes: ["account"] });
  });

  it.each([
    ["no YAML", "a: [", "it is neither YAML nor JSON"],
    ["a list", "- a", "it is not an object"],
    ["a text", "a", "it is not an object"],
  ])("refuses a configuration that is %s", async (_title, text, fault) => {
    const folder = folderWith({ config: text });
    const path = join(folder, "config");
    await expect(readSettings({ config: path }, folder, now)).rejects.toThrow(
      `"${path}" cannot be reviewed: ${fault}. Give a YAML or JSON object as the policy pack takes it.`,
    );
  });

  it("finds the project's waivers, unless the configuration or a flag names others", async () => {
    const folder = folderWith({
      "entra-aws.waivers.yaml": waiverOf("project"),
      configured: waiverOf("configuration"),
      given: waiverOf("flag"),
      config: "waivers: configured\n",
    });
    const owner = async (files: { config?: string; waivers?: string }): Promise<string | undefined> =>
      (await readSettings(files, folder, now)).waivers.waivers[0]?.owner;
    const config = join(folder, "config");
    expect(await owner({})).toBe("project");
    expect(await owner({ config })).toBe("configuration");
    expect(await owner({ config, waivers: join(folder, "given") })).toBe("flag");
  });

  it("refuses waivers that are named and not there", async () => {
    const folder = folderWith({});
    await expect(readSettings({ waivers: join(folder, "none") }, folder, now)).rejects.toThrow("there is no such file");
  });

  it("leaves it to the findings that a waiver is malformed", async () => {
    const folder = folderWith({ "entra-aws.waivers.yaml": "x: 1\n" });
    expect((await readSettings({}, folder, now)).waivers.problems).toHaveLength(1);
  });
});
