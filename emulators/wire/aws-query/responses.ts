import { element, type XmlValue } from "./xml";

/** Who is at fault in the Query protocol's words: the caller, or the service. */
export type Fault = "Sender" | "Receiver";

export interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly fault: Fault;
  readonly requestId: string;
}

/** The document of a successful Query operation; without a result it holds the request id only. */
export function queryResponse(answer: {
  readonly action: string;
  readonly namespace: string;
  readonly result?: XmlValue;
  readonly requestId: string;
}): string {
  return element(
    `${answer.action}Response`,
    { [`${answer.action}Result`]: answer.result, ResponseMetadata: { RequestId: answer.requestId } },
    answer.namespace,
  );
}

/** The document of a refused Query operation. */
export function queryError(answer: ErrorAnswer & { readonly namespace: string }): string {
  const { namespace, fault, code, message, requestId } = answer;
  return element(
    "ErrorResponse",
    { Error: { Type: fault, Code: code, Message: message }, RequestId: requestId },
    namespace,
  );
}

/** The document of a refused REST-XML operation in the shape that S3 has: no wrapper, no namespace. */
export function restXmlError(answer: Omit<ErrorAnswer, "fault">): string {
  const { code, message, requestId } = answer;
  const error = element("Error", { Code: code, Message: message, RequestId: requestId, HostId: requestId });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${error}`;
}

/** The document of a successful REST-XML operation. */
export function restXmlResponse(answer: {
  readonly root: string;
  readonly namespace: string;
  readonly result: XmlValue;
}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(answer.root, answer.result, answer.namespace)}`;
}
