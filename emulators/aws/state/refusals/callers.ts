import type { Refusal } from "./refusal";

const iamApi = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html";

/** What the services say to whom they do not know, do not believe or do not allow it. */
export const callerRefusals = {
  mayNotAssume: {
    code: "AccessDenied",
    status: 403,
    message: "User: <principal> is not authorized to perform: <action> on resource: <roleArn>",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html",
  },
  rootAssumesNoRole: {
    code: "AccessDenied",
    status: 403,
    message: "Roles may not be assumed by root accounts.",
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; words as users report them",
  },
  durationOverChaining: {
    code: "ValidationError",
    status: 400,
    message: "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; words as users report them",
  },
  missingAuthentication: {
    code: "MissingAuthenticationToken",
    status: 403,
    message: "Request is missing Authentication Token",
    source: iamApi,
  },
  incompleteSignature: { code: "IncompleteSignature", status: 400, message: "<reason>", source: iamApi },
  unknownAccessKey: {
    code: "InvalidClientTokenId",
    status: 403,
    message: "The security token included in the request is invalid.",
    source: iamApi,
  },
  unknownAccessKeyS3: {
    code: "InvalidAccessKeyId",
    status: 403,
    message: "The AWS Access Key Id you provided does not exist in our records.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  expiredToken: {
    code: "ExpiredToken",
    status: 403,
    message: "The security token included in the request is expired",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-sts.html",
  },
  expiredTokenS3: {
    code: "ExpiredToken",
    status: 400,
    message: "The provided token has expired.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  signatureDoesNotMatch: { code: "SignatureDoesNotMatch", status: 403, message: "<reason>", source: iamApi },
  clockSkewS3: {
    code: "RequestTimeTooSkewed",
    status: 403,
    message: "The difference between the request time and the current time is too large.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  accessDenied: {
    code: "AccessDenied",
    status: 403,
    message: "<reason>",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
  },
} as const satisfies Record<string, Refusal>;
