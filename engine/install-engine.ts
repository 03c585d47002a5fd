import { join } from "node:path";

/**
 * Has the Pulumi SDK install its own engine into `folder` and returns the path of `pulumi`.
 * Imported only when it is needed: the automation API alone takes half a second to load.
 */
export async function installEngine(folder: string): Promise<string> {
  const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  const root = join(folder, "pulumi");
  await PulumiCommand.install({ root });
  return join(root, "bin", "pulumi");
}
