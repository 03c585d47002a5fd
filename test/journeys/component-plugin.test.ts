import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import provider from "@pulumi/pulumi/proto/provider_pb";
import { getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#engine";
import * as door from "../../index";

interface Schema {
  readonly name: string;
  readonly version: string;
  readonly resources: Readonly<Record<string, { readonly isComponent?: boolean; readonly inputProperties?: object }>>;
}

/** The two ways in which an engine starts the package for a program in another language. */
const starts: readonly (readonly [how: string, command: string, args: readonly string[]])[] = [
  [
    "by its sources, as PulumiPlugin.yaml says",
    process.execPath,
    [require.resolve("@pulumi/pulumi/cmd/run-plugin"), `--pwd=${projectRoot()}`, "."],
  ],
  ["by its executable", join(projectRoot(), "bin/pulumi-resource-entra-aws"), ["127.0.0.1:1"]],
];

async function schemaFrom(command: string, args: readonly string[]): Promise<Schema> {
  const plugin = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await portOf(plugin);
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": 64 * 1024 * 1024,
    });
    const answer = await new Promise<{ getSchema(): string }>((resolve, reject) => {
      client.getSchema(new provider.GetSchemaRequest(), (error, response) => {
        if (error === null) {
          resolve(response);
        } else {
          reject(error);
        }
      });
    });
    client.close();
    return JSON.parse(answer.getSchema()) as Schema;
  } finally {
    plugin.kill();
  }
}

function portOf(plugin: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    plugin.stdout?.once("data", (line: Buffer) => {
      resolve(line.toString().trim());
    });
    plugin.once("error", reject);
    plugin.once("exit", (code) => {
      reject(new Error(`The plugin ended with ${code ?? "a signal"} before it told its port.`));
    });
  });
}

const fileOf = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot(), path), "utf8"));

describe.each(starts)("the package as a plugin, started %s", (_how, command, args) => {
  it("offers every component of the door, as the schema in the package has it", async () => {
    const schema = await schemaFrom(command, args);
    const { version } = fileOf("package.json") as { version: string };
    expect(schema).toEqual({ ...(fileOf("schema/components.schema.json") as object), version });
    const components = getPulumiComponents(door).map(({ name }) => `entra-aws:index:${name}`);
    expect(Object.keys(schema.resources).sort()).toEqual(components.sort());
    expect(Object.values(schema.resources).every(({ isComponent }) => isComponent === true)).toBe(true);
    const inputs = schema.resources["entra-aws:index:AccountFederation"]?.inputProperties ?? {};
    for (const name of ["tenantId", "company", "account", "roles", "roleMode", "conditionalAccess"]) {
      expect(inputs).toHaveProperty(name);
    }
  });
});
