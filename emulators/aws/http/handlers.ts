import { createMiddleware } from "hono/factory";

import { parseQuery, queryResponse, restXmlResponse } from "#emulators/wire/aws-query";
import { parseAuthorization } from "#emulators/wire/aws-signature";

import type { Accounts } from "../accounts";
import { authorizeCall } from "../state/authorization";
import { refusal } from "../state/refusals";
import type { Received, Variables } from "./exchange";
import { identify } from "./identify";
import type { Operation } from "./operation";
import { operations } from "./operations";

type Environment = { Variables: Variables };

/** Takes the request off the wire. */
export function receive(accounts: Accounts) {
  return createMiddleware<Environment>(async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    const headers = new Map(Object.entries(context.req.header()));
    const body = await context.req.text();
    const claim = parseAuthorization(headers.get("authorization") ?? "");
    const received: Received = {
      requestId: accounts.newId(),
      method: context.req.method,
      path: pathname,
      query: search.slice(1),
      headers,
      body,
      claim,
      form: claim?.service === "s3" ? undefined : parseQuery(body),
    };
    context.set("accounts", accounts);
    context.set("received", received);
    context.header("x-amzn-RequestId", received.requestId);
    await next();
  });
}

/** Finds what is asked for: by the Action of a form, or by method and path where S3 signed. */
export const findOperation = createMiddleware<Environment>(async (context, next) => {
  context.set("operation", operationOf(context.get("received")));
  await next();
});

function operationOf({ claim, form, method, path, query }: Received): Operation {
  if (claim?.service === "s3") {
    const listBuckets = operations.find(({ service, name }) => service.name === "s3" && name === "ListBuckets");
    if (method !== "GET" || path !== "/" || listBuckets === undefined) throw refusal("notImplemented");
    return listBuckets;
  }
  if (method !== "POST" || path !== "/" || query !== "") throw refusal("requestNotEmulated", { method, path });
  const { action = "", version = "" } = form ?? {};
  const operation = operations.find(
    ({ service, name }) => service.protocol === "query" && service.version === version && name === action,
  );
  if (operation === undefined) throw refusal("invalidAction", { action, version });
  return operation;
}

/** Verifies who calls. */
export const authenticate = createMiddleware<Environment>(async (context, next) => {
  const { signed, service } = context.get("operation");
  context.set("caller", signed ? identify(context.get("accounts"), context.get("received"), service.name) : undefined);
  await next();
});

/** Asks the caller's policies. */
export const authorise = createMiddleware<Environment>(async (context, next) => {
  const operation = context.get("operation");
  const caller = context.get("caller");
  if (operation.signed && operation.call !== undefined && caller !== undefined) {
    const account = caller.account.read();
    const call = operation.call(account, parametersOf(context.get("received")), caller.principal);
    context.get("accounts").asked(call);
    authorizeCall(account, caller.principal, call, context.get("accounts").now());
  }
  await next();
});

/** Does it, and answers. */
export const operate = createMiddleware<Environment>(async (context) => {
  const received = context.get("received");
  const operation = context.get("operation");
  const { result } = perform(operation, received, context.get("accounts"), context.get("caller"));
  const { namespace, protocol } = operation.service;
  const xml =
    protocol === "query"
      ? queryResponse({ action: operation.name, namespace, result, requestId: received.requestId })
      : restXmlResponse({ root: "ListAllMyBucketsResult", namespace, result: result ?? {} });
  return Promise.resolve(context.body(xml, 200, { "content-type": "text/xml" }));
});

function perform(operation: Operation, received: Received, accounts: Accounts, caller: Variables["caller"]) {
  const parameters = parametersOf(received);
  if (!operation.signed) return operation.run(accounts, parameters);
  if (caller === undefined) throw new Error(`${operation.name} was reached without a caller`);
  return operation.run(caller.account, parameters, caller.principal, accounts);
}

/** S3 has its parameters in the query, the others in the form. */
function parametersOf({ claim, form, query }: Received): ReadonlyMap<string, string> {
  if (claim?.service === "s3") return new Map(new URLSearchParams(query));
  return form?.parameters ?? new Map<string, string>();
}
