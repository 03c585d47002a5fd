import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";

/** Reads a JSON object's text, or nothing when there is no file. @throws a readable error when it is not one */
export function readDocument(path: string): string | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw new Error(`${path} is damaged: it is not a JSON document. Remove it to start from the beginning.`);
  }
  return JSON.stringify(document);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Replaces the file as a whole: a reader, or a crash, sees the old text or the new one. */
export function writeDocument(path: string, text: string): void {
  const draft = `${path}.draft`;
  try {
    // A draft that a crash left behind may be a link or have other rights: it is never written into.
    rmSync(draft, { force: true });
    const file = openSync(draft, "wx", 0o600);
    try {
      let written = 0;
      const bytes = Buffer.from(text, "utf8");
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
