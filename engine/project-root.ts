import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that holds this package's own package.json: the clone, or the package in somebody's `node_modules`.
 * Sources and compiled code stand at different depths below it, so it is looked for and not counted.
 */
export function projectRoot(from: string = __dirname): string {
  const manifest = join(from, "package.json");
  if (existsSync(manifest) && isOwnManifest(manifest)) {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new Error("The package entra-aws lies in no folder with its own package.json; install it again.");
  }
  return projectRoot(parent);
}

function isOwnManifest(path: string): boolean {
  return (JSON.parse(readFileSync(path, "utf8")) as { name?: string }).name === "entra-aws";
}
