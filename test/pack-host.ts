import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzeStackRequest,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  type AnalyzeResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type EmptyModule from "google-protobuf/google/protobuf/empty_pb";
import type StructModule from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

// The SDK's messages check that nested ones come from the same copy of protobuf, which may not be ours.
const fromPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { Struct } = fromPulumi("google-protobuf/google/protobuf/struct_pb") as typeof StructModule;

const { Empty } = fromPulumi("google-protobuf/google/protobuf/empty_pb") as typeof EmptyModule;

/** A policy pack as the engine starts it, without the engine. */
export interface PackHost {
  readonly client: AnalyzerClient;
  readonly pid: number;
  close(): void;
}

/** The largest stack that is sent here is bigger than what gRPC sends by default. */
const longestMessage = 400 * 1024 * 1024;

/**
 * Starts the pack in `folder` and waits until it answers.
 * @see https://github.com/pulumi/pulumi/blob/master/proto/pulumi/analyzer.proto
 */
export async function startPack(folder: string): Promise<PackHost> {
  const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [host, "127.0.0.1:1", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the pack ended with code ${String(code)} before it named its port`);
  });
  const [data] = (await Promise.race([once(child.stdout, "data"), ended])) as [Buffer];
  const client = new AnalyzerClient(`127.0.0.1:${data.toString().trim()}`, credentials.createInsecure(), {
    "grpc.max_send_message_length": longestMessage,
  });
  ended.catch(() => undefined);
  return {
    client,
    pid: child.pid ?? 0,
    close: () => {
      client.close();
      child.kill();
    },
  };
}

/** A gRPC call as a promise. */
export function answerOf<Answer>(
  call: (callback: (error: Error | null, answer: Answer) => void) => unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call((error, answer) => {
      if (error) reject(error);
      else resolve(answer);
    });
  });
}

/** A resource as it is sent to a pack. */
export interface SentResource {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The URN that a property was computed from. */
  readonly from?: Readonly<Record<string, string>>;
}

export const urnOf = (type: string, name: string): string => `urn:pulumi:account1::entra-aws::${type}::${name}`;

export const structOf = (value: Readonly<Record<string, unknown>>): StructModule.Struct =>
  Struct.fromJavaScript(value as Record<string, JavaScriptValue>);

export const emptyMessage = (): EmptyModule.Empty => new Empty();

export function stackRequest(resources: readonly SentResource[]): AnalyzeStackRequest {
  const request = new AnalyzeStackRequest();
  request.setResourcesList(resources.map(analyzerResource));
  return request;
}

/** What the engine asks of one resource while the program runs. */
export function analyzeRequest(resource: AnalyzerResource): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.getType());
  request.setUrn(resource.getUrn());
  request.setName(resource.getName());
  request.setProperties(resource.getProperties());
  request.setOptions(resource.getOptions());
  return request;
}

export function analyzeStack(client: AnalyzerClient, request: AnalyzeStackRequest): Promise<AnalyzeResponse> {
  return answerOf((callback) => client.analyzeStack(request, callback));
}

function analyzerResource({ type, name, properties, from = {} }: SentResource): AnalyzerResource {
  const resource = new AnalyzerResource();
  resource.setType(type);
  resource.setName(name);
  resource.setUrn(urnOf(type, name));
  resource.setProperties(structOf(properties));
  const options = new AnalyzerResourceOptions();
  options.setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts());
  resource.setOptions(options);
  for (const [property, source] of Object.entries(from)) {
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList([source]);
    resource.getPropertydependenciesMap().set(property, dependencies);
  }
  return resource;
}
