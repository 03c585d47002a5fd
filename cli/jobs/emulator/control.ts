import { timingSafeEqual } from "node:crypto";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the emulator does on request, by the last part of the path; each answers with JSON. */
export type Orders = Readonly<Record<string, () => Promise<unknown>>>;

/** Takes orders on loopback from who knows the token. */
export function serveOrders(options: { readonly port: number; readonly token: string; readonly orders: Orders }) {
  const orders = new Map(Object.entries(options.orders));
  const expected = Buffer.from(`Bearer ${options.token}`);
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const given = Buffer.from(request.headers.authorization ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      answer(401, { error: "This needs the token of the emulator's state folder." });
      return;
    }
    const order = request.method === "POST" ? orders.get((request.url ?? "").slice(1)) : undefined;
    if (order === undefined) {
      answer(404, { error: `There is no such order; there are ${[...orders.keys()].join(", ")}.` });
      return;
    }
    order().then(
      (result) => {
        answer(200, result);
      },
      (error: unknown) => {
        answer(500, { error: error instanceof Error ? error.message : String(error) });
      },
    );
  });
  return listen(server, options.port);
}

function listen(server: Server, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port: bound } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => {
            done();
          });
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${bound}/`, close });
    });
  });
}
