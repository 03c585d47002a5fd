import { type ExecFileOptions, execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The absolute path of a command on `path`, or undefined; a folder or a file without the execute bit is none. */
export function which(command: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => resolve(folder, command))
    .find(isExecutable);
}

/** What a command prints; throws with its error output when it fails. */
export async function output(command: string, args: readonly string[], options: ExecFileOptions = {}): Promise<string> {
  const { stdout } = await run(command, args, { maxBuffer: 64 * 1024 * 1024, ...options });
  return stdout.toString();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
