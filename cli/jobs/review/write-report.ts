import { writeFile } from "node:fs/promises";
import { shown } from "#core/problems";

/** A form of a review could not be put where it was wanted. */
export class UnwritableReport extends Error {
  override readonly name = "UnwritableReport";
}

/** @throws UnwritableReport */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    throw new UnwritableReport(`${shown(file)} cannot be written (${code}). Name a file in a folder that is there.`);
  }
}
