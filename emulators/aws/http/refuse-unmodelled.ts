import { createMiddleware } from "hono/factory";

import { refusal } from "../state/refusals";
import type { Received, Variables } from "./exchange";
import type { Operation } from "./operation";

/**
 * Refuses a parameter that the operation does not act on, whether AWS has it or not: an answer that leaves out a
 * filter, or a session without its policy, would be a wrong one.
 */
export const refuseUnmodelled = createMiddleware<{ Variables: Variables }>(async (context, next) => {
  const operation = context.get("operation");
  const received = context.get("received");
  const [repeated] = received.form?.repeated ?? [];
  if (repeated !== undefined) throw refusal("repeatedParameter", { parameter: repeated });
  const stranger = sentParameters(received, operation).find((name) => !isModelled(name, operation));
  if (stranger !== undefined) {
    throw refusal("parameterNotEmulated", { parameter: stranger, operation: operation.name });
  }
  await next();
});

/** An empty list is sent as its bare name, and is no parameter. */
function sentParameters({ form, query }: Received, { service, parameters }: Operation): readonly string[] {
  if (service.protocol === "rest-xml") return [...new URLSearchParams(query).keys()];
  const emptyLists = new Set(parameters.filter((name) => name.includes(".member.")).map((name) => name.split(".")[0]));
  return [...(form?.parameters ?? [])].flatMap(([name, value]) => (value === "" && emptyLists.has(name) ? [] : [name]));
}

function isModelled(name: string, { parameters }: Operation): boolean {
  return parameters.includes(name) || parameters.includes(name.replace(/\.[1-9]\d{0,5}(?=\.|$)/g, ".*"));
}
