import { format, resolveConfig } from "prettier";

import type { EmulatedProvider } from "./emulated-types";
import { readSdkSchema } from "./sdk-schema";

/** The TypeScript module that a provider's face imports, formatted as the repository is. */
export async function renderSchemaModule(emulated: EmulatedProvider): Promise<string> {
  const { provider, resources, invokes } = readSdkSchema(emulated);
  const declarations = [
    constant("providerSchema", "ProviderSchema", provider),
    ...[...resources].map(([name, schema]) => constant(`${name}Schema`, "ResourceSchema", schema)),
    ...[...invokes].map(([name, schema]) => constant(`${name}Schema`, "InvokeSchema", schema)),
  ];
  const text = [
    `// Generated from the declarations and the JavaScript of ${emulated.package} ${provider.version}`,
    "// by tools/generate-provider-schemas.ts. A test makes it again and finds no difference.",
    `import type { InvokeSchema, ProviderSchema, ResourceSchema } from "#emulators/wire/pulumi-provider";`,
    ...declarations,
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(emulated.target)), parser: "typescript" });
}

function constant(name: string, type: string, value: object): string {
  return `export const ${name}: ${type} = ${JSON.stringify(value)};`;
}
