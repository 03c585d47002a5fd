import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { emulatedProviders } from "./provider-schemas/emulated-types";
import { renderSchemaModule } from "./provider-schemas/render";

/** Writes the schema modules of the emulated clouds from the installed SDKs: `npx tsx --conditions=entra-aws-source` from the repository's root. */
async function main(): Promise<void> {
  for (const emulated of emulatedProviders) {
    mkdirSync(dirname(emulated.target), { recursive: true });
    writeFileSync(emulated.target, await renderSchemaModule(emulated));
    console.log(emulated.target);
  }
}

void main();
