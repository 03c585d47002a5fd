import { createServer } from "node:https";
import { join } from "node:path";

import { Hono } from "hono";

import { openServerIdentity } from "../certificates/private-authority";
import { listen } from "../listen";
import type { TenantCloud } from "../provider/cloud";
import { graphFace } from "./face";
import { createTokenAuthority } from "./login/access-token";
import { loginFace } from "./login/face";

/** Login and Graph on one origin, as genuine clients are told to use it. */
export interface ServedGraph {
  /** `https://localhost:<port>` */
  url: string;
  /** The authority to trust, for `NODE_EXTRA_CA_CERTS`. */
  caFile: string;
  close: () => Promise<void>;
}

/** Serves login and Graph over TLS on loopback; the certificates are kept in the folder. */
export async function serveGraph(
  cloud: TenantCloud,
  options: { folder: string; newId: () => string; port: number },
): Promise<ServedGraph> {
  const { key, certificate, caFile } = await openServerIdentity(join(options.folder, "tls"));
  const tokens = createTokenAuthority(options.newId());
  const app = new Hono();
  app.route("/", loginFace(cloud, tokens));
  app.route("/", graphFace(cloud, tokens));
  const { port, close } = await listen({
    fetch: app.fetch,
    createServer,
    serverOptions: { key, cert: certificate },
    port: options.port,
  });
  return { url: `https://localhost:${port}`, caFile, close };
}
