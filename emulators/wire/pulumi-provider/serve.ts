import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import type { ProviderFace } from "./face";
import type { ProviderFaults } from "./faults";
import { providerHandlers } from "./provider-handlers";
import { resourceHandlers } from "./resource-handlers";
import { createServing } from "./serving";

/** A provider that the engine reaches on loopback by `PULUMI_DEBUG_PROVIDERS=<name>:<port>`. */
export interface ServedProvider {
  readonly port: number;
  /** Lets calls under way end, refuses new ones, and frees the port. */
  close(): Promise<void>;
}

/** The engine's own limit for one message. */
const largestMessage = 400 * 1024 * 1024;

/** How long calls under way may take once the server closes, in milliseconds. */
const patience = 2000;

/** Serves a face on loopback. @throws when the port is taken */
export async function servePulumiProvider<Cloud>(
  face: ProviderFace<Cloud>,
  options: { readonly port?: number; readonly faults?: ProviderFaults } = {},
): Promise<ServedProvider> {
  const server = new Server({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
  });
  const serving = createServing(face, options.faults);
  // Methods without a handler, such as Construct and Call, answer that they are unimplemented.
  server.addService(ResourceProviderService, { ...providerHandlers(serving), ...resourceHandlers(serving) });
  const port = await bind(server, options.port ?? 0);
  return { port, close: () => shutDown(server) };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, patience);
    server.tryShutdown(() => {
      clearTimeout(impatient);
      resolve();
    });
  });
}
