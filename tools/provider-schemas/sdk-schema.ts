import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

import type { InvokeSchema, Properties, ProviderSchema, ResourceSchema } from "#emulators/wire/pulumi-provider";

import { findClass, findInterface, parseDeclarations, propertiesOf, type FindInterface } from "./declarations";
import type { EmulatedProvider } from "./emulated-types";
import { missingRequired, pulumiType, secretInputs, secretOutputs } from "./javascript";

export interface SdkSchema {
  readonly provider: ProviderSchema;
  /** By the name of the resource's file, such as `rolePolicy`. */
  readonly resources: ReadonlyMap<string, ResourceSchema>;
  /** By the function's name. */
  readonly invokes: ReadonlyMap<string, InvokeSchema>;
}

/** Reads the installed SDK's `.d.ts` and `.js` of one provider. @throws when the two disagree or cannot be read */
export function readSdkSchema(emulated: EmulatedProvider): SdkSchema {
  const manifest = createRequire(join(process.cwd(), "package.json")).resolve(`${emulated.package}/package.json`);
  const folder = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const find = interfacesOf(folder);
  const configuration = readResource(folder, "provider", find).inputs;
  return {
    provider: { package: emulated.name, version, configuration },
    resources: new Map(emulated.resources.map((path) => [basename(path), readResource(folder, path, find)])),
    invokes: new Map(emulated.invokes.map((path) => [basename(path), readInvoke(folder, emulated.name, path, find)])),
  };
}

function interfacesOf(folder: string): FindInterface {
  const inputs = parseDeclarations(join(folder, "types/input.d.ts"));
  const outputs = parseDeclarations(join(folder, "types/output.d.ts"));
  return ([room, ...path]) => findInterface(room === "inputs" ? inputs : outputs, path);
}

function readResource(folder: string, path: string, find: FindInterface): ResourceSchema {
  const name = basename(path);
  const className = name.charAt(0).toUpperCase() + name.slice(1);
  const declarations = parseDeclarations(join(folder, `${path}.d.ts`));
  const javascript = readFileSync(join(folder, `${path}.js`), "utf8");
  const inputs = findInterface(declarations, [`${className}Args`]);
  const outputs = findClass(declarations, className);
  if (inputs === undefined || outputs === undefined) throw new Error(`${path}.d.ts has no ${className} or its Args`);
  const properties = propertiesOf(inputs, find);
  requireAgreement(path, properties, missingRequired(javascript));
  return {
    token: pulumiType(javascript),
    inputs: markSecret(properties, secretInputs(javascript)),
    outputs: markSecret(propertiesOf(outputs, find), secretOutputs(javascript)),
  };
}

function readInvoke(folder: string, provider: string, path: string, find: FindInterface): InvokeSchema {
  const name = basename(path);
  const module = path.includes("/") ? dirname(path) : "index";
  const declarations = parseDeclarations(join(folder, `${path}.d.ts`));
  const interfaceName = name.charAt(0).toUpperCase() + name.slice(1);
  const inputs = findInterface(declarations, [`${interfaceName}Args`]);
  const outputs = findInterface(declarations, [`${interfaceName}Result`]);
  if (outputs === undefined) throw new Error(`${path}.d.ts has no ${interfaceName}Result`);
  return {
    token: `${provider}:${module}/${name}:${name}`,
    inputs: inputs === undefined ? {} : propertiesOf(inputs, find),
    outputs: propertiesOf(outputs, find),
  };
}

function requireAgreement(path: string, declared: Properties, thrown: ReadonlySet<string>): void {
  const required = Object.keys(declared).filter((name) => declared[name]?.required);
  if (required.length !== thrown.size || required.some((name) => !thrown.has(name))) {
    throw new Error(`${path}: .d.ts requires ${required.join(", ")}, .js requires ${[...thrown].join(", ")}`);
  }
}

function markSecret(properties: Properties, secrets: ReadonlySet<string>): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      secrets.has(name) ? { ...schema, secret: true as const } : schema,
    ]),
  );
}
