import { readFile } from "node:fs/promises";
import type { Waivers } from "../rules/index";

/** The waivers in a file, if one is named; a file that cannot be read is a problem to report, not an exception. */
export async function readWaivers(path: unknown, now: number): Promise<Waivers> {
  if (typeof path !== "string") return { waivers: [], problems: [] };
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return { waivers: [], problems: [unreadable(path, reason)] };
  }
  const { parseWaivers } = await import("../waivers/index.js");
  return parseWaivers(text, now);
}

function unreadable(path: string, reason: string): Waivers["problems"][number] {
  return {
    severity: "error",
    code: "waivers-unreadable",
    property: "waivers",
    given: `${JSON.stringify(path)}, which cannot be read (${reason})`,
    expected: "the path of a YAML file, from the pack's folder",
  };
}
