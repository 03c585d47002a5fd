import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";

/** A path from where the caller is, for the engine runs in folders of its own; an empty one would be the current folder. */
export function absolutePath(path: string): string {
  if (path === "") {
    throw new InvalidArgumentError("a path is needed");
  }
  return resolve(path);
}
