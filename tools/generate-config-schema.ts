/**
 * Writes the JSON Schema of `entra-aws:account`, for editors, from the schema that the stack itself reads by.
 *
 * Run: node --import tsx --conditions=entra-aws-source tools/generate-config-schema.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { z } from "zod";
import { accountSchema } from "../stacks/account/config-schema";

export const configSchemaFile = join(__dirname, "../schema/entra-aws-account.schema.json");

/** The text of the schema's file. */
export function configSchema(): Promise<string> {
  const schema = z.toJSONSchema(accountSchema, { io: "input", target: "draft-7" });
  return format(JSON.stringify({ ...schema, title: "entra-aws:account" }), { parser: "json", printWidth: 120 });
}

if (require.main === module) {
  void configSchema().then((text) => {
    writeFileSync(configSchemaFile, text);
  });
}
