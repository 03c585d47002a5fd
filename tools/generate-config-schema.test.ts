import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { configSchema, configSchemaFile } from "./generate-config-schema";

it("the schema for editors is what the stack's own schema makes", async () => {
  expect(readFileSync(configSchemaFile, "utf8")).toBe(await configSchema());
});
