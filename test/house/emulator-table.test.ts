import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { emulatorTablePath, renderEmulatorTable } from "../../tools/emulator-table/render";

it("the page of what the emulated clouds model says what their faces say", async () => {
  const written = readFileSync(emulatorTablePath, "utf8");
  expect(await renderEmulatorTable(), "run tools/generate-emulator-table.ts").toBe(written);
});
