import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "#engine";
import type { FoundPackage } from "./examine-engine";

interface Manifest {
  readonly version?: string;
  readonly pulumi?: { readonly resource?: boolean; readonly name?: string };
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Packages that only policy packs need. */
const forPacks: ReadonlySet<string> = new Set(["@pulumi/policy"]);

/** What this package asks of a project beside it, and what the project has; nothing of a project without Node.js. */
export function installedPackages(folder: string): FoundPackage[] {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifest(join(projectRoot(), "package.json")) ?? {};
  const resolve = createRequire(join(folder, "package.json"));
  const found = Object.entries(peerDependencies).map(([name, expected]): FoundPackage => {
    const { version, pulumi } = manifestOf(resolve, name) ?? {};
    return {
      name,
      expected,
      version: version?.replace(/^v/, ""),
      isOptional: peerDependenciesMeta[name]?.optional === true || forPacks.has(name),
      ...(pulumi?.resource === true ? { plugin: pulumi.name ?? name.replace(/^.*\//, "") } : {}),
    };
  });
  return found.some(({ version }) => version !== undefined) ? found : [];
}

function manifestOf(resolve: NodeJS.Require, name: string): Manifest | undefined {
  try {
    return manifest(resolve.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function manifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}
