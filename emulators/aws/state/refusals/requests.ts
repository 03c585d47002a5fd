import type { Refusal } from "./refusal";

const iamApi = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html";

/** What the services say of a request that names no operation of theirs, or is none. */
export const requestRefusals = {
  invalidAction: {
    code: "InvalidAction",
    status: 400,
    message: "Could not find operation <action> for version <version>",
    source: iamApi,
  },
  repeatedParameter: {
    code: "MalformedQueryString",
    status: 400,
    message: "The query string contains a syntax error: <parameter> is there more than once.",
    source: `unconfirmed; code from ${iamApi}`,
  },
  bodyTooLarge: {
    code: "RequestEntityTooLarge",
    status: 413,
    message: "The request is longer than <limit> bytes.",
    source: "unconfirmed: no source says how much the services take",
  },
  notImplemented: {
    code: "NotImplemented",
    status: 501,
    message: "A header or query you provided implies functionality that is not implemented.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
} as const satisfies Record<string, Refusal>;
