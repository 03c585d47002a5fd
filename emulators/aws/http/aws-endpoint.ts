import { Hono } from "hono";

import type { Accounts } from "../accounts";
import { answerError } from "./answer-error";
import type { Variables } from "./exchange";
import { authenticate, authorise, findOperation, operate, receive } from "./handlers";

/** The AWS endpoint of all accounts: a request's life as one list. */
export function awsEndpoint(accounts: Accounts): Hono<{ Variables: Variables }> {
  const endpoint = new Hono<{ Variables: Variables }>();
  endpoint.onError(answerError);
  endpoint.all("*", receive(accounts), findOperation, authenticate, authorise, operate);
  return endpoint;
}
