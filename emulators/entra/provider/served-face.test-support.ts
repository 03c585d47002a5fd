import { Client, credentials, type MethodDefinition } from "@grpc/grpc-js";

import { servePulumiProvider } from "#emulators/wire/pulumi-provider";

import type { TenantCloud } from "./cloud";
import { azureadFace } from "./face";
import { memoryCloud } from "./memory-cloud";

/** The azuread face over a tenant in memory, asked as the engine asks it. */
export interface ServedFace {
  call<Request, Response>(method: MethodDefinition<Request, Response>, request: Request): Promise<Response>;
  close(): Promise<void>;
}

export async function serveFace(cloud: TenantCloud = memoryCloud()): Promise<ServedFace> {
  const served = await servePulumiProvider(azureadFace(cloud));
  const client = new Client(`127.0.0.1:${served.port}`, credentials.createInsecure());
  return {
    call: ({ path, requestSerialize, responseDeserialize }, request) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) => {
          if (error !== null || response === undefined) reject(error ?? new Error("no response"));
          else resolve(response);
        });
      }),
    close: () => {
      client.close();
      return served.close();
    },
  };
}
