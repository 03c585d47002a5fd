import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actionTargetsModule, targetsModule } from "./generate-action-targets";

it("the targets of actions are what the generator makes", async () => {
  expect(readFileSync(join(__dirname, "..", targetsModule), "utf8")).toBe(await actionTargetsModule());
});
