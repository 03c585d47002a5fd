import { readFile } from "node:fs/promises";
import { plainObject } from "./plain-object";
import type { Properties } from "./reviewed-stack";
import { UnreadableReview } from "./unreadable-review";

/** A file's one JSON object. @throws UnreadableReview */
export async function readJsonFile(file: string, remedy: string): Promise<Properties> {
  const text = await readText(file, remedy);
  if (text.trim() === "") throw new UnreadableReview(file, "it is empty", remedy);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words repeat what it met, which may be a secret.
    const isCutOff = /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text);
    throw new UnreadableReview(file, isCutOff ? "its JSON is cut off at the end" : "it is not JSON", remedy);
  }
  const object = plainObject(value);
  if (object === undefined) throw new UnreadableReview(file, "its JSON is not an object", remedy);
  return object;
}

/** @throws UnreadableReview */
export async function readText(file: string, remedy: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UnreadableReview(file, whyUnreadable(error), remedy);
  }
}

export function whyUnreadable(error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return reasons.get(code) ?? `it cannot be read (${code === "" ? "unknown error" : code})`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EACCES", "it may not be read"],
  ["EISDIR", "it is a folder"],
  ["ERR_STRING_TOO_LONG", "it is longer than can be read at once"],
  ["ERR_FS_FILE_TOO_LARGE", "it is longer than can be read at once"],
]);
