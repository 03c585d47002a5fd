import { pulumiOutput, type StackPlace } from "../stack/pulumi-in-folder";
import type { Plugin } from "./examine-plugins";

/** The plugins of providers that the engine has installed. @throws EngineRefused */
export async function installedPlugins({ engine, folder, signal }: StackPlace): Promise<Plugin[]> {
  const place = { engine, folder, ...(signal === undefined ? {} : { signal }) };
  const listed = JSON.parse(await pulumiOutput(place, { args: ["plugin", "ls", "--json"] })) as ListedPlugin[] | null;
  return (listed ?? []).flatMap(({ name = "", kind, version = "" }) =>
    kind === "resource" ? [{ name, version: version.replace(/^v/, "") }] : [],
  );
}

/** Source: `pluginInfoJSON` in pulumi's pkg/cmd/pulumi/plugin/plugin_ls.go. */
interface ListedPlugin {
  readonly name?: string;
  readonly kind?: string;
  readonly version?: string;
}
