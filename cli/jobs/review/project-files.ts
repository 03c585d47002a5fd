import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { SourceLocation } from "./review-result";

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"] as const;

/** The longest source that is read to see whether it has a position. */
const longestSource = 2_000_000;

/** The folder of Pulumi.yaml, in `folder` or above it; else `folder` itself. */
export function projectFolder(folder: string): string {
  return nearest(folder, projectFiles) ?? folder;
}

/** A project's folder from its repository's root, with `/` at the end; empty where it is the root or there is none. */
export function pathInRepository(project: string): string {
  const root = nearest(project, [".git"]);
  const path = root === undefined ? "" : relative(root, project).split(sep).join("/");
  return path === "" ? "" : `${path}/`;
}

function nearest(folder: string, names: readonly string[]): string | undefined {
  if (names.some((name) => existsSync(join(folder, name)))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent, names);
}

/** Whether a project's source has a position; of a source that is not here nothing else is known, and it is believed. */
export function positionsIn(project: string): (location: Required<SourceLocation>) => boolean {
  const sources = new Map<string, readonly string[] | undefined>();
  return ({ file, line, column }) => {
    if (!sources.has(file)) sources.set(file, linesOf(join(project, file)));
    const lines = sources.get(file);
    return lines === undefined || column <= (lines[line - 1]?.length ?? 0);
  };
}

function linesOf(path: string): readonly string[] | undefined {
  try {
    const { size } = statSync(path);
    return size > longestSource ? undefined : readFileSync(path, "utf8").split(/\r?\n/);
  } catch {
    return undefined;
  }
}
