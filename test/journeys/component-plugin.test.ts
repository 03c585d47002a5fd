import { type ChildProcess, spawn } from "node:child_process";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import provider from "@pulumi/pulumi/proto/provider_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#engine";
import * as door from "../../index";

interface Schema {
  readonly name: string;
  readonly resources: Readonly<Record<string, { readonly isComponent?: boolean; readonly inputProperties?: object }>>;
}

/** What an engine does for `pulumi package add`: it starts the package by PulumiPlugin.yaml and asks for its schema. */
describe("the package as a plugin for programs in other languages", () => {
  let plugin: ChildProcess;
  let schema: Schema;

  beforeAll(async () => {
    const host = require.resolve("@pulumi/pulumi/cmd/run-plugin");
    plugin = spawn(process.execPath, [host, `--pwd=${projectRoot()}`, "."], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<string>((resolve, reject) => {
      plugin.stdout?.once("data", (line: Buffer) => {
        resolve(line.toString().trim());
      });
      plugin.once("exit", (code) => {
        reject(new Error(`The plugin ended with ${code ?? "a signal"} before it told its port.`));
      });
    });
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
    schema = JSON.parse(answer.getSchema()) as Schema;
  });

  afterAll(() => {
    plugin.kill();
  });

  it("offers every component of the door", () => {
    const components = Object.entries(door).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(schema.name).toBe("entra-aws");
    expect(Object.keys(schema.resources).sort()).toEqual(components.map((name) => `entra-aws:index:${name}`).sort());
    expect(Object.values(schema.resources).every(({ isComponent }) => isComponent === true)).toBe(true);
  });

  it("says what AccountFederation takes", () => {
    const inputs = schema.resources["entra-aws:index:AccountFederation"]?.inputProperties ?? {};
    for (const name of ["tenantId", "company", "account", "roles", "conditionalAccess", "protectFederation"]) {
      expect(inputs).toHaveProperty(name);
    }
  });
});
