import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { queryError, restXmlError } from "#emulators/wire/aws-query";
import { CloudError } from "#emulators/wire/errors";

import type { Received, Variables } from "./exchange";
import { services } from "./operation";

/** Writes a refusal as the asked service's protocol has it; anything unforeseen is a fault of this emulation. */
export function answerError(error: unknown, context: Context<{ Variables: Variables }>): Response {
  // Absent when receiving itself failed.
  const received = context.get("received") as Received | undefined;
  const failure = error instanceof CloudError ? error : unforeseen(error);
  const { code, message, status } = failure;
  const requestId = received?.requestId ?? "";
  const xml =
    received?.claim?.service === "s3"
      ? restXmlError({ code, message, requestId })
      : queryError({
          namespace: namespaceOf(received),
          fault: status < 500 ? "Sender" : "Receiver",
          code,
          message,
          requestId,
        });
  return context.body(xml, status as ContentfulStatusCode, { "content-type": "text/xml" });
}

function namespaceOf(received: Received | undefined): string {
  return received?.form?.version === services.iam.version ? services.iam.namespace : services.sts.namespace;
}

function unforeseen(error: unknown): CloudError {
  const message = error instanceof Error ? error.message : String(error);
  return new CloudError({
    cloud: "aws",
    code: "InternalFailure",
    status: 500,
    message: `The emulation failed: ${message}`,
  });
}
