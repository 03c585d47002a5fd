/**
 * Writes the schema of the components, from which every Pulumi language gets its SDK, by Pulumi's own analyser.
 *
 * Run: node --import tsx --conditions=entra-aws-source tools/generate-component-schema.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentProvider, getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { format } from "prettier";
import * as door from "../index";

const root = join(__dirname, "..");

export const componentSchemaFile = join(root, "schema/components.schema.json");

/** The text of the schema's file; the version is left to whoever serves it, so that a release does not change it. */
export async function componentSchema(): Promise<string> {
  const host = new ComponentProvider({ name: "entra-aws", dirname: root, components: getPulumiComponents(door) });
  const { version: _version, ...schema } = JSON.parse(await host.getSchema()) as Record<string, unknown>;
  return format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
}

if (require.main === module) {
  void componentSchema().then((text) => {
    writeFileSync(componentSchemaFile, text);
  });
}
