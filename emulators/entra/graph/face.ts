import { randomUUID } from "node:crypto";

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import { CloudError } from "#emulators/wire/errors";

import { actingAs } from "../provider/acting-as";
import type { TenantCloud } from "../provider/cloud";
import { authorize } from "../state/authorization";
import { refusal } from "../state/errors";
import { graphAudiences } from "./audiences";
import type { TokenAuthority } from "./login/access-token";
import { pageOf, readQuery, shown } from "./odata/query";
import { type PathPattern, pathPattern } from "./path-pattern";
import type { GraphAnswer, GraphCall, GraphRoute } from "./route";
import { graphRoutes } from "./routes";

/** Larger than any request that Graph takes. */
const maxBodySize = 1024 * 1024;

const sizeLimit = bodyLimit({
  maxSize: maxBodySize,
  onError: () => {
    throw refusal("bodyTooLarge");
  },
});

const versions = ["/v1.0", "/beta"] as const;

/** Microsoft Graph over one tenant: token, route, permission, body, answer. */
export function graphFace(cloud: TenantCloud, tokens: TokenAuthority, routes = graphRoutes): Hono {
  const compiled = routes.map((route) => ({ route, matches: pathPattern(route.path) }));
  const app = new Hono();
  const answer = async (context: Context, version: string) => {
    const url = new URL(context.req.url);
    const caller = await callerOf(context, cloud, tokens, url.origin);
    const { route, parameters } = findRoute(compiled, context.req.method, url.pathname.slice(version.length));
    authorize(caller, route.operation);
    const call: GraphCall = {
      cloud: actingAs(cloud, () => caller),
      parameters,
      body: await readBody(context),
      root: `${url.origin}${version}`,
    };
    // Read first: a question that cannot be answered changes nothing.
    const query = readQuery(url.searchParams);
    return respond(context, await route.answer(call), query, url, `${call.root}/$metadata#${nounOf(route)}`);
  };
  for (const version of versions) {
    app.use(`${version}/*`, sizeLimit);
    app.all(`${version}/*`, (context) => answer(context, version));
  }
  app.onError((error, context) => refuse(error, context, cloud.now()));
  return app;
}

function callerOf(context: Context, cloud: TenantCloud, tokens: TokenAuthority, origin: string) {
  const token = /^Bearer\s+(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token === undefined) throw refusal("tokenMissing");
  return tokens.caller(cloud.read(), token, graphAudiences(cloud.read(), origin), cloud.now());
}

function findRoute(
  compiled: readonly { route: GraphRoute; matches: PathPattern }[],
  method: string,
  path: string,
): { route: GraphRoute; parameters: Record<string, string> } {
  for (const { route, matches } of compiled) {
    if (route.method !== method) continue;
    const parameters = matches(path);
    if (parameters) return { route, parameters };
  }
  throw refusal("segmentNotFound", { segment: path.slice(1) });
}

async function readBody(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Said below, like any other body that is no object.
  }
  throw refusal("bodyInvalid");
}

function respond(
  context: Context,
  answer: GraphAnswer,
  query: ReturnType<typeof readQuery>,
  url: URL,
  metadata: string,
): Response {
  if (answer === "no content") return context.body(null, 204);
  if ("collection" in answer) {
    return context.json({ "@odata.context": metadata, ...pageOf(answer.collection, query, url, answer.byDefault) });
  }
  const entity = { "@odata.context": `${metadata}/$entity`, ...shown(answer.entity, query.select, answer.byDefault) };
  return context.json(entity, answer.status ?? 200);
}

/** `/servicePrincipals/{id}/owners` → `servicePrincipals`. */
function nounOf({ path }: GraphRoute): string {
  return /^\/(.+?)(?:\/\{|\(|$)/.exec(path)?.[1] ?? "";
}

/** Graph's error body. https://learn.microsoft.com/graph/errors */
function refuse(error: Error, context: Context, now: Date): Response {
  const { status, code, message } =
    error instanceof CloudError
      ? error
      : { status: 500, code: "generalException", message: `Internal error of the emulated tenant: ${error.message}` };
  const innerError = {
    date: now.toISOString().replace(/\.\d+Z$/, ""),
    "request-id": randomUUID(),
    "client-request-id": context.req.header("client-request-id") ?? randomUUID(),
  };
  return context.json({ error: { code, message, innerError } }, status as 400 | 401 | 403 | 404 | 413 | 500);
}
