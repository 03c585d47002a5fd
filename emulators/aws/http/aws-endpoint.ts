import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { Accounts } from "../accounts";
import { refusal } from "../state/refusals";
import { answerError } from "./answer-error";
import type { Variables } from "./exchange";
import { authenticate, authorise, findOperation, operate, receive } from "./handlers";
import { refuseUnmodelled } from "./refuse-unmodelled";

/** The longest document that IAM takes is metadata of ten million characters, three bytes each once they are escaped. */
const longestBody = 32 * 1024 * 1024;

const limited = bodyLimit({
  maxSize: longestBody,
  onError: () => {
    throw refusal("bodyTooLarge", { limit: longestBody });
  },
});

/** The AWS endpoint of all accounts: a request's life as one list. */
export function awsEndpoint(accounts: Accounts): Hono<{ Variables: Variables }> {
  const endpoint = new Hono<{ Variables: Variables }>();
  endpoint.onError(answerError);
  endpoint.all("*", limited, receive(accounts), findOperation, refuseUnmodelled, authenticate, authorise, operate);
  return endpoint;
}
