import { writeFileSync } from "node:fs";

import { emulatorTablePath, renderEmulatorTable } from "./emulator-table/render";

/** Writes the page from the faces: `npx tsx --conditions=entra-aws-source` from the repository's root. */
async function main(): Promise<void> {
  writeFileSync(emulatorTablePath, await renderEmulatorTable());
  console.log(emulatorTablePath);
}

void main();
