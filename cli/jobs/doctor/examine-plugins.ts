import { shellCommand } from "../run/shell-command";
import type { Examination } from "./examination";

/** A provider's plugin, as the engine tells it apart. */
export interface Plugin {
  readonly name: string;
  readonly version: string;
}

/** What decides which program the engine runs for a provider. */
export interface PluginSurroundings {
  /** Those of providers that are installed. */
  readonly installed: readonly Plugin[];
  /** The engine's own variables among them. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether the engine has the plugin of each provider. A program asks for that of its package's own version and no other.
 * Source: https://www.pulumi.com/docs/iac/concepts/plugins/
 */
export function examinePlugins(wanted: readonly Plugin[], { installed, env }: PluginSurroundings): Examination[] {
  const served = (env["PULUMI_DEBUG_PROVIDERS"] ?? "").split(",").map((entry) => entry.split(":")[0]);
  return wanted.map(({ name, version }): Examination => {
    const subject = {
      group: "engine",
      name: `plugin ${name}`,
      expected: `${version}, as the project's package`,
    } as const;
    if (served.includes(name)) {
      return { ...subject, outcome: "ok", given: "none is run: PULUMI_DEBUG_PROVIDERS names a process that serves it" };
    }
    const versions = installed.filter((one) => one.name === name).map((one) => one.version);
    if (versions.includes(version)) return { ...subject, outcome: "ok", given: version };
    const given = versions.length === 0 ? "not installed" : `not installed, only ${versions.join(", ")}`;
    const commands = [shellCommand(["pulumi", "plugin", "install", "resource", name, version])];
    return isTrue(env["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"])
      ? { ...subject, outcome: "missing", given, remedy: "install it: the engine is told not to", commands }
      : {
          ...subject,
          outcome: "warning",
          given,
          remedy: "the engine installs it when it needs it; or do so now",
          commands,
        };
  });
}

/** As the engine reads its variables (`cmdutil.IsTruthy`). */
function isTrue(value = ""): boolean {
  return ["1", "true"].includes(value.toLowerCase());
}
