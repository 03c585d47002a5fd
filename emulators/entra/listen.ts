import type { AddressInfo } from "node:net";

import { serve } from "@hono/node-server";

/** A web application on loopback, until it is closed. */
export interface Listening {
  port: number;
  /** Ends open connections too. */
  close: () => Promise<void>;
}

/** @throws when the port is taken */
export function listen(options: Omit<Parameters<typeof serve>[0], "hostname">): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { ...options, hostname: "127.0.0.1" } as Parameters<typeof serve>[0],
      (address: AddressInfo) => {
        resolve({ port: address.port, close });
      },
    );
    server.once("error", reject);
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
  });
}
